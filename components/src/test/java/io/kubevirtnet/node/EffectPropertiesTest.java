package io.kubevirtnet.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.testing.GeneratedPolicy;
import io.kubevirtnet.testing.GeneratedPolicy.Kind;
import io.kubevirtnet.testing.GeneratedPolicy.Pair;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for every node and every desired state, from seeds; a failure names its seed. */
class EffectPropertiesTest {
  private static final int PAIRS = 1_000;

  private static void all(Consumer<Pair> property) {
    LongStream.range(0, PAIRS).mapToObj(GeneratedPolicy::of).forEach(property);
  }

  @Test
  void findsNoChangeInWhatANodeHasAlready() {
    all(
        pair ->
            assertThat(HostDiff.between(pair.current(), pair.current().fields()).lines())
                .as("seed %s", pair.seed())
                .isEmpty());
  }

  @Test
  void findsNoChangeInWhatWasJustApplied() {
    all(
        pair -> {
          var after = Effect.apply(pair.current(), pair.desired());

          assertThat(HostDiff.between(after, pair.desired()).lines())
              .as("seed %s %s", pair.seed(), pair.kind())
              .isEmpty();
        });
  }

  @Test
  void comparesWithoutNotationAndOrder() {
    all(
        pair ->
            assertThat(
                    HostDiff.between(
                            pair.current(), disguised(pair.current(), new Random(pair.seed())))
                        .lines())
                .as("seed %s", pair.seed())
                .isEmpty());
  }

  @Test
  void bringsBackWhatWasThere() {
    all(
        pair -> {
          var after = Effect.apply(pair.current(), pair.desired());

          var back = Effect.apply(after, Revert.of(pair.desired(), pair.current()).state());

          assertThat(differences(pair.current(), back))
              .as("seed %s %s", pair.seed(), pair.kind())
              .isEmpty();
        });
  }

  @Test
  void bringsBackWhatWasThereFromTheBaselineAlone() {
    all(
        pair -> {
          var baseline = Baseline.of(pair.current(), pair.desired());
          var after = Effect.apply(pair.current(), pair.desired());

          var back = Effect.apply(after, Revert.of(pair.desired(), baseline.state()).state());

          assertThat(differences(pair.current(), back))
              .as("seed %s %s", pair.seed(), pair.kind())
              .isEmpty();
        });
  }

  @Test
  void hasNothingToRevertWhereNothingChanges() {
    all(
        pair -> {
          boolean changes = !HostDiff.between(pair.current(), pair.desired()).isEmpty();

          assertThat(Revert.of(pair.desired(), pair.current()).isEmpty())
              .as("seed %s %s", pair.seed(), pair.kind())
              .isEqualTo(!changes);
        });
  }

  @Test
  void leavesNothingOfAnOlderPolicyWhenItShrinks() {
    all(
        pair -> {
          var kinds = Kind.values();
          var random = new Random(pair.seed());
          var kind = kinds[random.nextInt(kinds.length)];
          if (kind == Kind.VLAN_ON_BOND && pair.current().find("bond0").isEmpty()) {
            return; // It would stand on nothing.
          }
          var newer = GeneratedPolicy.desired(kind, random, pair.current());
          var have = Effect.apply(pair.current(), pair.desired());

          var shrunk = Revert.shrink(pair.desired(), newer, pair.current());

          assertThat(
                  differences(
                      Effect.apply(pair.current(), newer),
                      Effect.apply(Effect.apply(have, newer), shrunk.state())))
              .as("seed %s %s", pair.seed(), pair.kind())
              .allMatch(d -> shrunk.leftBehind().stream().anyMatch(l -> tells(l, d)));
        });
  }

  @Test
  void givesTheSameWhateverTheOrderOfTheInputs() {
    all(
        pair -> {
          var entries = new ArrayList<>(Parts.list(pair.desired(), "interfaces"));
          Collections.reverse(entries);
          var turned = pair.desired().withIf(!entries.isEmpty(), "interfaces", entries);

          assertThat(
                  differences(
                      Effect.apply(pair.current(), pair.desired()),
                      Effect.apply(pair.current(), turned)))
              .as("seed %s %s", pair.seed(), pair.kind())
              .isEmpty();
        });
  }

  /** {@code br1 keeps mtu 1500: …} of {@code br1: mtu (none) -> 1500}. */
  private static boolean tells(String leftBehind, String difference) {
    var parts = difference.split(": | \\(none\\) -> ", -1);
    return parts.length == 3
        && leftBehind.startsWith(parts[0] + " ")
        && leftBehind.contains(" " + parts[2] + ":");
  }

  private static List<String> differences(NetworkState a, NetworkState b) {
    return HostDiff.states(Cleaned.state(a), Cleaned.state(b)).lines();
  }

  /** The same in other words: numbers and booleans as texts, MACs in lower case, lists turned. */
  private static Fields disguised(NetworkState state, Random random) {
    return (Fields) disguised("", state.fields(), random);
  }

  private static Tree disguised(String key, Tree tree, Random random) {
    if (tree instanceof Fields f) {
      var changed = Fields.EMPTY;
      for (var entry : f.fields().entrySet()) {
        changed = changed.with(entry.getKey(), disguised(entry.getKey(), entry.getValue(), random));
      }
      return changed;
    }
    if (tree instanceof Tree.Items l) {
      var items = new ArrayList<Tree>();
      l.items().forEach(i -> items.add(disguised(key, i, random)));
      if (List.of("port", "address", "trunk-tags", "interfaces").contains(key)) {
        Collections.shuffle(items, random);
      }
      return Tree.of(items);
    }
    var text = String.valueOf(tree.plain());
    return switch (key) {
      case "mac-address" -> Tree.of(text.toLowerCase(Locale.ROOT));
      case "ip" -> Tree.of(text.replace("::", ":0:0::").toUpperCase(Locale.ROOT));
      case "name", "type", "state" -> tree;
      default -> random.nextBoolean() ? Tree.of(text) : tree;
    };
  }
}
