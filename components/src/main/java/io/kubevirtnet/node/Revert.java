package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A desired state that puts a node back.
 *
 * @param state what to apply; empty when there is nothing to put back
 * @param leftBehind sentences about what no desired state can undo
 */
public record Revert(Fields state, List<String> leftBehind) {
  public static final Revert NONE = new Revert(Fields.EMPTY, List.of());

  public Revert {
    leftBehind = List.copyOf(leftBehind);
  }

  /**
   * What takes a policy off a node again.
   *
   * @param desired the policy, rendered
   * @param before the node (or its {@link Baseline}) before the policy was first applied
   */
  public static Revert of(Fields desired, NetworkState before) {
    return WayBack.between(Effect.apply(before, desired), before);
  }

  /**
   * What takes a policy off a node of which nobody knows what it had: what the policy made goes,
   * and its network cards come back without addresses.
   */
  public static Revert withoutBaseline(Fields desired) {
    var cards = BaselineCaptures.cards(desired);
    var off = Tree.of("enabled", false);
    var before =
        Tree.of(
            "interfaces",
            cards.stream()
                .map(
                    card ->
                        Tree.of("name", card)
                            .with("type", "ethernet")
                            .with("state", "up")
                            .with("ipv4", off)
                            .with("ipv6", off))
                .toList());
    var revert = of(desired, new NetworkState(before));
    var left = new ArrayList<String>();
    cards.forEach(c -> left.add("What addresses and routes " + c + " had is not known."));
    left.addAll(revert.leftBehind());
    return new Revert(revert.state(), left);
  }

  /**
   * What a changed policy must ask for in addition, because it no longer mentions something that it
   * once did: applied with {@link #with}, the node is as if the old policy had never been.
   */
  public static Revert shrink(Fields oldDesired, Fields newDesired, NetworkState before) {
    var have = Effect.apply(Effect.apply(before, oldDesired), newDesired);
    return WayBack.between(have, Effect.apply(before, newDesired));
  }

  /** This together with another desired state, which wins where both say something. */
  public Fields with(Fields desired) {
    return merged(state, desired);
  }

  public boolean isEmpty() {
    return state.fields().isEmpty();
  }

  private static Fields merged(Fields under, Fields over) {
    var all = new LinkedHashMap<>(under.fields());
    over.fields().forEach((k, v) -> all.merge(k, v, (a, b) -> merged(k, a, b)));
    return new Fields(all, over.marks());
  }

  private static Tree merged(String key, Tree under, Tree over) {
    if (under instanceof Fields a && over instanceof Fields b) {
      return merged(a, b);
    }
    if (!(under instanceof Tree.Items a && over instanceof Tree.Items b)) {
      return over;
    }
    return switch (key) {
      case "interfaces" -> interfaces(a.items(), b.items());
      case "config", "bridge-mappings" -> {
        var both = new ArrayList<>(b.items());
        both.addAll(a.items());
        yield Tree.of(both);
      }
      default -> over;
    };
  }

  private static Tree interfaces(List<Tree> under, List<Tree> over) {
    var all = new LinkedHashMap<Object, Tree>();
    over.forEach(t -> all.put(key(t), t));
    under.forEach(t -> all.merge(key(t), t, (b, a) -> merged("", a, b)));
    return Tree.of(List.copyOf(all.values()));
  }

  private static Object key(Tree entry) {
    if (!(entry instanceof Fields f)) {
      return entry;
    }
    return Parts.text(f, "name")
        .<Object>map(n -> Link.Key.of(n, Parts.text(f, "type").orElse("unknown")))
        .orElse(entry);
  }
}
