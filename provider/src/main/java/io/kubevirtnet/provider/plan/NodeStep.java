package io.kubevirtnet.provider.plan;

import io.kubevirtnet.node.AddressLoss;
import io.kubevirtnet.node.InterfaceChange;
import io.kubevirtnet.node.ManagementPath;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.node.NodeChange;
import java.util.List;

/**
 * What one policy does to one node.
 *
 * @param node its place
 * @param danger why it may be cut off; empty when it is not
 * @param lost addresses and default routes that it has no more, apart from those by which it is
 *     reached
 */
record NodeStep(
    int node,
    List<String> lines,
    ManagementVerdict.Kind management,
    List<String> touches,
    String danger,
    List<String> lost) {

  static NodeStep of(
      int node,
      NodeChange change,
      ManagementPath path,
      ManagementVerdict verdict,
      List<AddressLoss> losses) {
    return new NodeStep(
        node,
        change.lines(),
        verdict.kind(),
        verdict.touches(),
        danger(change, path, verdict, losses),
        losses.stream()
            .filter(l -> path.isKnown() && !path.contains(l.via()))
            .map(AddressLoss::text)
            .toList());
  }

  private static String danger(
      NodeChange change, ManagementPath path, ManagementVerdict verdict, List<AddressLoss> losses) {
    return switch (verdict.kind()) {
      case UNTOUCHED, TAKEN_OVER -> "";
      case AT_RISK ->
          String.join("; ", verdict.touches()) + verdict.risk().map(r -> ": " + r).orElse("");
      case UNKNOWN ->
          path.isKnown()
                  || losses.isEmpty() && change.interfaces().stream().noneMatch(NodeStep::takesAway)
              ? ""
              : "it is not known over which interface the node is reached, and "
                  + change.lines().get(0);
    };
  }

  /** Something that was there before works in another way, or no more. */
  private static boolean takesAway(InterfaceChange change) {
    return switch (change.kind()) {
      case CREATED -> false;
      case DOWN, REMOVED -> true;
      case CHANGED -> change.movesController() || !change.lostAddresses().isEmpty();
    };
  }
}
