package io.kubevirtnet.e2e.nmstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.node.BaselineCaptures;
import io.kubevirtnet.node.Cleaned;
import io.kubevirtnet.node.Effect;
import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.node.InterfaceChange;
import io.kubevirtnet.testing.GeneratedPolicy;
import io.kubevirtnet.testing.GeneratedPolicy.Kind;
import io.kubevirtnet.testing.GeneratedPolicy.Pair;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Captures and templates that put a node back without a baseline, as nmstate renders them. */
class BaselineCapturesIT {
  private static final Set<Kind> KINDS =
      Set.of(Kind.LINUX_BRIDGE, Kind.OVS_BRIDGE, Kind.BOND_AND_BRIDGE, Kind.MTU_AND_MAC);
  private static final int SEEDS = 400;

  private static final Nmstatectl NMSTATECTL = Nmstatectl.require();

  static Stream<Pair> pairs() {
    return LongStream.range(0, SEEDS)
        .mapToObj(GeneratedPolicy::of)
        .filter(p -> KINDS.contains(p.kind()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void putTheNetworkCardsBack(Pair pair) {
    var captures = BaselineCaptures.of(pair.desired());
    var policy = Map.of("capture", captures.captures(), "desiredState", captures.revert().plain());

    var rendered = NMSTATECTL.policy(policy, pair.current().fields().plain());

    assertThat(rendered.err()).isEmpty();
    var after = Effect.apply(pair.current(), pair.desired());
    var back = Effect.apply(after, (Fields) Tree.of((Object) rendered.state()));
    assertThat(back.interfaces()).hasSameSizeAs(pair.current().interfaces());
    assertThat(
            cards(HostDiff.states(Cleaned.state(pair.current()), Cleaned.state(back)).interfaces()))
        .as("seed %s %s", pair.seed(), rendered.out())
        .isEmpty();
  }

  /** A card that was taken from another bridge stays without one: that bridge is not captured. */
  private static List<InterfaceChange> cards(List<InterfaceChange> changes) {
    return changes.stream()
        .filter(c -> c.name().startsWith("eth"))
        .filter(c -> c.from().isEmpty() || !c.fields().isEmpty())
        .toList();
  }
}
