package io.kubevirtnet.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every machine, whichever of its values is another one. */
class AdmitterPropertiesTest {
  private static final long SEED = 20_260_101;

  static Stream<Map<?, ?>> documents() throws IOException {
    return AdmitterRulesTest.documents();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void saysNothingMoreOfAValueThatIsNotKnownYet(Map<?, ?> document) {
    var machine = AdmitterRulesTest.machine(document);
    var config = AdmitterRulesTest.configuration(document);
    // What can not be read, or is not made any more, hides the rest.
    if (endsEarly(machine, config)) {
      return;
    }
    var before = texts(machine, config);

    places(machine)
        .forEach(
            place -> {
              var open = replaced(machine, place, t -> new Unknown(Marks.NONE));
              assertThat(before).as(open.toString()).containsAll(texts(open, config));
            });
  }

  private static boolean endsEarly(Machine machine, ClusterConfiguration config) {
    return check(machine, config).findings().stream()
        .anyMatch(f -> Set.of("KVN-V063", "KVN-V019", "KVN-V020", "KVN-V061").contains(f.code()));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void tellsWhatWasNotKnown(Map<?, ?> document) {
    var machine = AdmitterRulesTest.machine(document);
    var spec = new Machine(machine.kind(), open(machine));

    var report = check(spec, AdmitterRulesTest.configuration(document));

    assertThat(report.findings()).isEmpty();
    assertThat(report.notChecked())
        .extracting(Report.NotChecked::toString)
        .containsExactly(machine.specPath() + ": known after apply");
  }

  private static Part open(Machine machine) {
    Tree tree = Tree.of("spec", new Unknown(Marks.NONE));
    var steps = machine.kind().template();
    for (int i = steps.size() - 1; i >= 0; i--) {
      tree = Tree.of(steps.get(i), tree);
    }
    return Part.of(PropertyPath.ROOT, tree);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void printsNothingSecret(Map<?, ?> document) {
    var machine = AdmitterRulesTest.machine(document);
    var config = AdmitterRulesTest.configuration(document);
    var secrets =
        List.of(
            new Scalar("hunter2 secret", new Marks(true, Set.of())),
            new Scalar(987654, new Marks(true, Set.of())));

    places(machine)
        .forEach(
            place ->
                secrets.forEach(
                    secret ->
                        assertThat(check(replaced(machine, place, t -> secret), config).findings())
                            .extracting(Finding::toString)
                            .noneMatch(f -> f.contains("hunter2") || f.contains("987654"))));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void namesThePlaceThatAnAuthorWrote(Map<?, ?> document) {
    var machine = AdmitterRulesTest.machine(document);
    var written = new PropertyPath("networks[0]");
    var placed =
        new Machine(
            machine.kind(),
            Part.of(PropertyPath.ROOT, machine.object().tree().orElseThrow().writtenAt(written)));

    assertThat(check(placed, AdmitterRulesTest.configuration(document)).findings())
        .filteredOn(f -> f.path().text().contains("interfaces["))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MachineKind.class)
  void judgesAnyTree(MachineKind kind) {
    var random = new Random(SEED + kind.ordinal());
    for (int i = 0; i < 4_000; i++) {
      var tree = new AnyMachine(random).tree(kind);
      for (var release : KubeVirtRelease.values()) {
        var machine = new Machine(kind, Part.of(PropertyPath.ROOT, tree));
        var report = check(machine, ClusterConfiguration.of(release));

        assertThat(report.findings())
            .as(tree.toString())
            .allSatisfy(f -> assertThat(f.what()).endsWith("."))
            .isEqualTo(check(machine, ClusterConfiguration.of(release)).findings());
      }
    }
  }

  @Test
  void judgesAnObjectThatIsEmptyOrNotKnown() {
    for (var kind : MachineKind.values()) {
      var config = ClusterConfiguration.of(KubeVirtRelease.V1_9);
      check(new Machine(kind, Part.of(PropertyPath.ROOT, Fields.EMPTY)), config);
      var open = new Machine(kind, Part.of(PropertyPath.ROOT, new Unknown(Marks.NONE)));

      assertThat(check(open, config).findings()).isEmpty();
    }
  }

  private static Report check(Machine machine, ClusterConfiguration config) {
    var report = new Report();
    AdmitterRules.check(machine, config, report);
    return report;
  }

  private static List<String> texts(Machine machine, ClusterConfiguration config) {
    return check(machine, config).findings().stream().map(f -> f.code()).distinct().toList();
  }

  private static IntStream places(Machine machine) {
    return IntStream.range(0, count(machine.object().tree().orElseThrow()));
  }

  /** Objects and lists count, too. */
  private static int count(Tree tree) {
    return 1 + tree.parts().mapToInt(t -> count(t)).sum();
  }

  private static Machine replaced(Machine machine, int place, UnaryOperator<Tree> change) {
    var tree = replaced(machine.object().tree().orElseThrow(), new int[] {place}, change);
    return new Machine(machine.kind(), Part.of(PropertyPath.ROOT, tree));
  }

  private static Tree replaced(Tree tree, int[] left, UnaryOperator<Tree> change) {
    if (left[0]-- == 0) {
      return change.apply(tree);
    }
    if (tree instanceof Fields f) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      f.fields().forEach((k, v) -> fields.put(k, replaced(v, left, change)));
      return new Fields(fields, f.marks());
    }
    if (tree instanceof Items l) {
      var items = new ArrayList<Tree>();
      l.items().forEach(t -> items.add(replaced(t, left, change)));
      return new Items(items, l.marks());
    }
    return tree;
  }
}
