package io.kubevirtnet.node;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a desired state would do to nodes that nobody may have meant. What nmstate itself would
 * refuse there is not among it.
 */
public final class NodeRules {
  /** The same thing about several nodes; what differs between them is told of the first. */
  private record Saying(Rule rule, PropertyPath path, String what) {}

  private record Told(List<String> nodes, String detail) {}

  private NodeRules() {}

  /**
   * Judges one desired state against some nodes; the same finding about several of them is one.
   *
   * @param desired rendered: captures resolved, the default of the handler written out
   * @param managementAllowed the author knows that a management interface is touched
   * @param base where the desired state stands in the inputs
   */
  public static void check(
      Fields desired,
      List<NodeFacts> nodes,
      boolean managementAllowed,
      PropertyPath base,
      Report report) {
    Map<Saying, Told> told = new LinkedHashMap<>();
    for (var node : nodes) {
      var judged = new NodeJudgement(desired, node, managementAllowed, new Places(desired, base));
      for (var finding : judged.findings()) {
        told.computeIfAbsent(
                new Saying(finding.rule(), finding.path(), finding.what()),
                k -> new Told(new ArrayList<>(), finding.detail()))
            .nodes()
            .add(node.name());
      }
      judged.open().forEach(o -> report.notChecked(base, o));
    }
    told.forEach((saying, about) -> report.add(saying.rule(), saying.path(), text(saying, about)));
  }

  /** For nodes that nobody could look at: nothing is said to be safe. */
  public static void withoutState(List<String> nodes, PropertyPath base, Report report) {
    if (!nodes.isEmpty()) {
      report.notChecked(
          base,
          "what changes on %s, and whether a management interface is touched: no state of it is known"
              .formatted(NodeNames.text(nodes)));
    }
  }

  private static String text(Saying saying, Told about) {
    var first = about.nodes().get(0);
    var detail =
        about.detail().isEmpty()
            ? ""
            : " (" + about.detail() + (about.nodes().size() > 1 ? " on " + first : "") + ")";
    return "On " + NodeNames.text(about.nodes()) + ": " + saying.what() + detail + ".";
  }
}
