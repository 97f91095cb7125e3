package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kubevirtnet.across.Run;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.MarkedInputs;
import io.kubevirtnet.testing.MarkedInputs.Position;
import io.kubevirtnet.testing.YamlStack.Source;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Known, unknown, secret and dependent values at every leaf of every component's inputs. */
class MarkedValuesTest {
  private static final Source SOURCE = new Source("db");

  @TestFactory
  Stream<DynamicTest> keepsAllChildrenWhenALeafIsUnknown() {
    return positions(
        p -> {
          var plain = expand(p.with(p.leaf()), p);
          var unknown = expand(p.with(new Unknown(Marks.NONE)), p);

          assertThat(unknown.errors()).isEmpty();
          assertThat(unknown.children())
              .extracting(Child::name)
              .isEqualTo(plain.children().stream().map(Child::name).toList());
        });
  }

  @TestFactory
  Stream<DynamicTest> leavesOtherLeavesAsTheyAre() {
    return positions(
        p -> {
          var plain = everything(expand(p.with(p.leaf()), p));
          var unknown = everything(expand(p.with(new Unknown(Marks.NONE)), p));

          assertThat(MarkedInputs.scalars(plain)).containsAll(MarkedInputs.scalars(unknown));
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsASecretSecretWhereverItLands() {
    return positions(
        p -> {
          var secret = new Scalar(((Scalar) p.leaf()).value(), new Marks(true, Set.of()));
          var expansion = expand(p.with(secret), p);

          assertThat(changedLeaves(p, expansion))
              .allSatisfy(t -> assertThat(t.marks().secret()).isTrue());
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsWhereAValueCameFrom() {
    return positions(
        p -> {
          var marks = new Marks(true, Set.of(SOURCE));
          var expansion = expand(p.with(p.leaf().marked(marks)), p);
          var unknown = expand(p.with(new Unknown(marks)), p);

          assertThat(changedLeaves(p, expansion))
              .allSatisfy(t -> assertThat(t.marks().origins()).contains(SOURCE));
          assertThat(MarkedInputs.leaves(everything(unknown)))
              .filteredOn(Unknown.class::isInstance)
              .allSatisfy(t -> assertThat(t.marks()).isEqualTo(marks));
        });
  }

  @TestFactory
  Stream<DynamicTest> saysWhatItCouldNotCheck() {
    return positions(
        p -> {
          var expansion = expand(p.with(new Unknown(Marks.NONE)), p);

          assertThat(expansion.findings()).noneMatch(Finding::isError);
        });
  }

  /** Leaves that another value at the position would have changed. */
  private static Set<Tree> changedLeaves(Position p, Expansion expansion) {
    var unknown = everything(expand(p.with(new Unknown(Marks.NONE)), p));
    return MarkedInputs.leavesOnlyIn(everything(expansion), unknown);
  }

  private static Tree everything(Expansion expansion) {
    return Tree.of(
            "children", Tree.items(expansion.children().stream().map(Child::inputs).toArray()))
        .with("outputs", expansion.outputs());
  }

  private static Expansion expand(Tree.Fields inputs, Position p) {
    var blueprint = Blueprints.find(p.type()).orElseThrow();
    return blueprint.expand(
        inputs, Surroundings.of(blueprint, "it", "cluster", new Run(), Settings.NONE));
  }

  private interface Check {
    void run(Position position);
  }

  private static Stream<DynamicTest> positions(Check check) {
    return MarkedInputs.positions().stream()
        .map(p -> dynamicTest(p.toString(), () -> check.run(p)));
  }
}
