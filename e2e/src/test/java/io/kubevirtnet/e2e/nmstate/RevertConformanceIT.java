package io.kubevirtnet.e2e.nmstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Cleaned;
import io.kubevirtnet.node.Effect;
import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.node.Revert;
import io.kubevirtnet.testing.GeneratedPolicy;
import io.kubevirtnet.testing.GeneratedPolicy.Kind;
import io.kubevirtnet.testing.GeneratedPolicy.Pair;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reverts of generated policies: what nmstate takes of them, and what it would do itself. The model
 * of the node is ours; that nmstate's own revert leads to the same state of it is the check.
 */
class RevertConformanceIT {
  private static final long SEEDS = 1_600;
  private static final int PAIRS = 1_000;
  private static final int OF_EACH_KIND = 20;

  private static final List<Accepted> ACCEPTED = new ArrayList<>();

  private static Nmstatectl nmstatectl = Nmstatectl.require();

  /** A pair that nmstate takes, with the node after it and our way back. */
  private record Accepted(Pair pair, NetworkState after, Revert revert) {
    String name() {
      return "seed " + pair.seed() + " " + pair.kind();
    }
  }

  @BeforeAll
  static void askForEveryPair() {
    var refused = new TreeMap<String, Integer>();
    LongStream.range(0, SEEDS)
        .mapToObj(GeneratedPolicy::of)
        .forEach(
            pair -> {
              var answer =
                  nmstatectl.validate(pair.desired().plain(), pair.current().fields().plain());
              if (answer.ok()) {
                ACCEPTED.add(
                    new Accepted(
                        pair,
                        Effect.apply(pair.current(), pair.desired()),
                        Revert.of(pair.desired(), pair.current())));
              } else {
                refused.merge(pair.kind() + ": " + answer.error().orElse(""), 1, Integer::sum);
              }
            });
    System.out.printf("%d of %d pairs are valid; refused: %s%n", ACCEPTED.size(), SEEDS, refused);
  }

  @Test
  void coversEveryKind() {
    var kinds = new EnumMap<Kind, Integer>(Kind.class);
    ACCEPTED.forEach(a -> kinds.merge(a.pair().kind(), 1, Integer::sum));

    assertThat(ACCEPTED).hasSizeGreaterThanOrEqualTo(PAIRS);
    assertThat(kinds).containsOnlyKeys(Kind.values());
    assertThat(kinds).allSatisfy((kind, n) -> assertThat(n).isGreaterThanOrEqualTo(OF_EACH_KIND));
  }

  @Test
  void restoresTheNodeInTheModel() {
    assertThat(ACCEPTED)
        .allSatisfy(
            a ->
                assertThat(
                        differences(
                            a.pair().current(), Effect.apply(a.after(), a.revert().state())))
                    .as(a.name())
                    .isEmpty());
  }

  @Test
  void makesRevertsThatNmstateTakes() {
    var refused = new ArrayList<String>();
    for (var a : ACCEPTED) {
      var answer = nmstatectl.validate(a.revert().state().plain(), a.after().fields().plain());
      if (!answer.ok()) {
        refused.add(a.name() + ": " + answer.error().orElse("") + " " + a.revert().state().plain());
      }
    }

    assertThat(refused).isEmpty();
  }

  @Test
  void agreesWithNmstatesOwnRevert() {
    var different = new ArrayList<String>();
    Map<String, Integer> explained = new TreeMap<>();
    for (var a : ACCEPTED) {
      var theirs =
          nmstatectl.revert(a.pair().desired().plain(), a.pair().current().fields().plain());
      assertThat(theirs.ok()).as(a.name() + theirs.err()).isTrue();
      var after = Effect.apply(a.after(), (Fields) Tree.of((Object) theirs.state()));
      var ours = Effect.apply(a.after(), a.revert().state());
      for (var difference : differences(ours, after)) {
        KnownDifference.of(a.pair(), difference)
            .ifPresentOrElse(
                k -> explained.merge(k.why(), 1, Integer::sum),
                () ->
                    different.add(
                        a.name()
                            + ": "
                            + difference
                            + "\n    theirs "
                            + theirs.state()
                            + "\n    ours   "
                            + a.revert().state().plain()
                            + "\n   desired   "
                            + a.pair().desired().plain()));
      }
    }
    explained.forEach((why, n) -> System.out.printf("%d times: %s%n", n, why));

    assertThat(different).isEmpty();
  }

  private static List<String> differences(NetworkState a, NetworkState b) {
    return HostDiff.states(Cleaned.state(a), Cleaned.state(b)).lines();
  }
}
