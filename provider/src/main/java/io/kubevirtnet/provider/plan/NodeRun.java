package io.kubevirtnet.provider.plan;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.AddressLoss;
import io.kubevirtnet.node.Effect;
import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.node.ManagementPath;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.node.Revert;
import io.kubevirtnet.provider.policy.Claims;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a plan does to one node, one policy after the other: what one leaves is what the next one
 * finds.
 */
final class NodeRun {
  private final int place;
  private final PlannedNode node;
  private final Wishes all;
  private Optional<Wishes> own = Optional.empty();
  private final Map<Integer, NodeStep> steps = new TreeMap<>();
  private final Map<Integer, List<String>> stays = new TreeMap<>();
  private final Map<Integer, Made> left = new TreeMap<>();
  private final Set<Integer> unresolved = new TreeSet<>();
  private final Set<Integer> forgotten = new TreeSet<>();
  private NetworkState state;
  private ManagementPath path = ManagementPath.UNKNOWN;
  private boolean isPathOfState;

  /** What happens to a node. */
  enum Part {
    /** It has, or gets, what a policy says. */
    APPLY,
    /** It had the policy, and the policy says something else now. */
    CHANGE,
    /** It is to lose what it has from the policy. */
    LEAVE
  }

  /**
   * One policy and its part on a node.
   *
   * @param stays what the policy made there and makes no more, as far as it tells itself
   */
  record Turn(int number, PolicyMove move, Part part, Made stays) {}

  private NodeRun(int place, PlannedNode node, Wishes all) {
    this.place = place;
    this.node = node;
    this.all = all;
    this.state = node.state().orElse(NetworkState.EMPTY);
  }

  static NodeRun of(int place, PlannedNode node, List<Turn> turns, Wishes all) {
    var run = new NodeRun(place, node, all);
    turns.forEach(run::take);
    turns.forEach(run::leaveBehind);
    return run;
  }

  int place() {
    return place;
  }

  /** By the number of the turn; those that change nothing are left out. */
  Map<Integer, NodeStep> steps() {
    return steps;
  }

  /** What stays of a policy, by the number of its turn. */
  Map<Integer, Made> left() {
    return left;
  }

  /** Sentences about what no state can bring back. */
  Map<Integer, List<String>> stays() {
    return stays;
  }

  /** Turns whose captures find nothing. */
  Set<Integer> unresolved() {
    return unresolved;
  }

  /** Turns that put back what nobody knows here. */
  Set<Integer> forgotten() {
    return forgotten;
  }

  NetworkState state() {
    return state;
  }

  private void take(Turn turn) {
    if (node.state().isEmpty()) {
      return;
    }
    if (turn.part() == Part.LEAVE) {
      if (isPutBack(turn)) {
        putBack(turn);
      }
      return;
    }
    var wanted = turn.move().policy().on(state);
    if (wanted.isEmpty()) {
      unresolved.add(turn.number());
      return;
    }
    var shrink = turn.part() == Part.CHANGE ? shrink(turn, wanted.get()) : Revert.NONE;
    apply(turn.number(), shrink.isEmpty() ? wanted.get() : shrink.with(wanted.get()));
  }

  /** Only nodes that can be reached are. */
  private boolean isPutBack(Turn turn) {
    return node.ready()
        && turn.move()
            .policy()
            .life()
            .filter(l -> turn.move().isDelete() ? l.reverts() : l.revertsLeft())
            .isPresent();
  }

  private void putBack(Turn turn) {
    var had = turn.move().before().flatMap(p -> p.on(state));
    if (had.isEmpty()) {
      unresolved.add(turn.number());
      return;
    }
    var back = turn.move().policy().life().orElseThrow().putBack();
    var revert = back.whole(node.name(), had.get(), others(turn.move()));
    int before = steps.size();
    apply(turn.number(), revert.state());
    if (steps.size() > before && !back.knows(node.name())) {
      forgotten.add(turn.number());
    } else if (!revert.leftBehind().isEmpty()) {
      stays.put(turn.number(), revert.leftBehind());
    }
  }

  private Revert shrink(Turn turn, Fields wanted) {
    var life = turn.move().policy().life();
    var had = turn.move().before().flatMap(p -> p.on(state));
    return life.isEmpty() || had.isEmpty() || had.get().equals(wanted) || hasOpenNames(wanted)
        ? Revert.NONE
        : life.get().putBack().shrunk(node.name(), had.get(), wanted, others(turn.move()));
  }

  /** What is named only after apply may be the very thing that seems to be named no more. */
  static boolean hasOpenNames(Fields desired) {
    return desired.get("interfaces").filter(Tree.Unknown.class::isInstance).isPresent()
        || desired
            .get("interfaces")
            .filter(Tree.Items.class::isInstance)
            .filter(
                l ->
                    ((Tree.Items) l)
                        .items().stream()
                            .anyMatch(
                                i ->
                                    !(i instanceof Fields f)
                                        || f.get("name")
                                            .filter(Tree.Unknown.class::isInstance)
                                            .isPresent()))
            .isPresent();
  }

  private Claims others(PolicyMove move) {
    return wishes().respectedBeside(move);
  }

  private Wishes wishes() {
    if (own.isEmpty()) {
      own = Optional.of(all.on(node));
    }
    return own.orElse(all);
  }

  private void apply(int number, Fields desired) {
    if (desired.fields().isEmpty()) {
      return;
    }
    var after = Effect.apply(state, desired);
    var change = HostDiff.between(state, desired, after);
    if (!change.isEmpty()) {
      var reached = path();
      var verdict = reached.touchedBy(change, state, after);
      steps.put(
          number,
          NodeStep.of(place, change, reached, verdict, AddressLoss.of(change, state, after)));
      // What leaves the way to the node alone leaves it the way.
      isPathOfState =
          reached.isKnown()
              && verdict.kind() == ManagementVerdict.Kind.UNTOUCHED
              && change.entries().isEmpty();
    }
    state = after;
  }

  private ManagementPath path() {
    if (!isPathOfState) {
      path = ManagementPath.of(state, node.internalIps());
      isPathOfState = true;
    }
    return path;
  }

  private void leaveBehind(Turn turn) {
    if (turn.stays().isEmpty() || turn.part() == Part.LEAVE && isPutBack(turn)) {
      return;
    }
    var made = turn.stays().without(wishes().beside(turn.move()));
    var there = node.state().isPresent() ? made.on(state) : made;
    if (!there.isEmpty()) {
      left.put(turn.number(), there);
    }
  }
}
