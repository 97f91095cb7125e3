package io.kubevirtnet.provider.plan;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Effect;
import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.node.Revert;
import io.kubevirtnet.node.UnseenNode;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * What a policy does to nodes of which nothing is known, as far as the policies themselves tell.
 */
final class PaperRun {
  private final PolicyMove move;
  private final Wishes wishes;

  /**
   * @param wishes of policies that may mean the same nodes
   */
  PaperRun(PolicyMove move, Wishes wishes) {
    this.move = move;
    this.wishes = wishes;
  }

  /** Templates are told as they were written. */
  List<String> lines(NodeRun.Part part) {
    return switch (part) {
      case APPLY -> HostDiff.between(unseen(), now()).lines();
      case CHANGE -> HostDiff.between(withOld(), changed()).lines();
      case LEAVE ->
          isPutBack() ? HostDiff.between(withOld(), back(part).state()).lines() : List.of();
    };
  }

  /** What stays; empty where there is nothing. */
  Made left(NodeRun.Part part) {
    return part == NodeRun.Part.LEAVE && isPutBack()
        ? Made.NOTHING
        : move.stays(part).without(wishes.beside(move));
  }

  /** Sentences about what no state can bring back. */
  List<String> stays(NodeRun.Part part) {
    return part == NodeRun.Part.LEAVE && isPutBack() ? back(part).leftBehind() : List.of();
  }

  private boolean isPutBack() {
    return move.policy()
        .life()
        .filter(l -> move.isDelete() ? l.reverts() : l.revertsLeft())
        .isPresent();
  }

  private Revert back(NodeRun.Part part) {
    var life = move.policy().life();
    return life.isEmpty() || part == NodeRun.Part.APPLY
        ? Revert.NONE
        : life.get().putBack().whole("", old(), wishes.respectedBeside(move));
  }

  private Fields changed() {
    var life = move.policy().life();
    return life.isEmpty() || NodeRun.hasOpenNames(now())
        ? now()
        : life.get().putBack().shrunk("", old(), now(), wishes.respectedBeside(move)).with(now());
  }

  private NetworkState withOld() {
    return Effect.apply(unseen(), old());
  }

  private NetworkState unseen() {
    var all = new ArrayList<Fields>();
    move.before().ifPresent(p -> all.add(p.desired()));
    move.after().ifPresent(p -> all.add(p.desired()));
    return UnseenNode.with(all);
  }

  private Fields old() {
    return move.before().map(PlannedPolicy::desired).orElse(Fields.EMPTY);
  }

  private Fields now() {
    return move.after().map(PlannedPolicy::desired).orElse(Fields.EMPTY);
  }
}
