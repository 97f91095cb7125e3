package io.kubevirtnet.provider.policy;

import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.nmstate.NetworkInterface;
import io.kubevirtnet.node.NmstateRules;
import io.kubevirtnet.node.NodeFacts;
import io.kubevirtnet.node.NodeNames;
import io.kubevirtnet.node.NodeRules;
import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.spec.NodeNetworkPolicySpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that look at the cluster. That it can not be asked is never an error here: a preview
 * does not need it, and an update says it itself.
 */
final class ClusterRules {
  private static final PropertyPath SELECTOR = PropertyPath.ROOT.child("nodeSelector");
  private static final PropertyPath DESIRED = PropertyPath.ROOT.child("desiredState");

  private final Connection connection;
  private final String owner;

  ClusterRules(Connection connection, String owner) {
    this.connection = connection;
    this.owner = owner;
  }

  void check(NodeNetworkPolicySpec spec, Surroundings around, Report report) {
    var inputs = PolicyInputs.of(spec, around.name());
    if (inputs.adopts() && inputs.reverts() && spec.baseline().isAbsent()) {
      report.add(
          LifeCatalogue.ADOPT_WITHOUT_BASELINE,
          PropertyPath.ROOT.child("adopt"),
          "teardown: revert has nothing to go back to.");
    }
    if (report.findings().stream().anyMatch(Finding::isError)) {
      return;
    }
    if (connection.choice().offline()) {
      report.add(LifeCatalogue.OFFLINE, PropertyPath.ROOT, "The nodes were not looked at.");
    } else if (inputs.selector().isEmpty()) {
      report.notChecked(SELECTOR, "which nodes it means is known after apply");
    } else {
      ask(inputs, report);
    }
  }

  private void ask(PolicyInputs inputs, Report report) {
    try {
      connection.look(
          cluster -> {
            judge(cluster, inputs, report);
            return true;
          });
    } catch (ClusterProblem problem) {
      report.add(rule(problem), PropertyPath.ROOT, sentence(problem));
    }
  }

  static io.kubevirtnet.finding.Rule rule(ClusterProblem problem) {
    return problem.kind() == ClusterProblem.Kind.NO_SUCH_KIND
        ? LifeCatalogue.NO_NMSTATE
        : LifeCatalogue.UNREACHABLE;
  }

  static String sentence(ClusterProblem problem) {
    var text = String.valueOf(problem.getMessage()).strip();
    return text.endsWith(".") ? text : text + ".";
  }

  private void judge(Cluster cluster, PolicyInputs inputs, Report report) {
    var nodes = cluster.nodes(inputs.nodes());
    if (nodes.isEmpty()) {
      if (!inputs.allowsNoNodes()) {
        report.add(
            LifeCatalogue.NO_MATCHING_NODE, SELECTOR, "No node matches " + inputs.nodes() + ".");
      }
      return;
    }
    var all = cluster.policies();
    claims(all, nodes, inputs, report);
    nodes(Rendering.on(cluster, inputs, all, Fleet.names(nodes)), nodes, inputs, report);
  }

  private static void nodes(
      Rendering rendering, List<ClusterNode> nodes, PolicyInputs inputs, Report report) {
    Map<Fields, List<NodeFacts>> byDesired = new LinkedHashMap<>();
    var unseen = new ArrayList<String>();
    var unrendered = new ArrayList<String>();
    for (var node : nodes) {
      var seen = rendering.reports().get(node.name());
      if (seen == null) {
        unseen.add(node.name());
        continue;
      }
      var facts = new NodeFacts(node.name(), seen.state(), node.internalIps());
      rendering
          .on(node.name())
          .ifPresentOrElse(
              desired -> byDesired.computeIfAbsent(desired, d -> new ArrayList<>()).add(facts),
              () -> unrendered.add(node.name()));
    }
    NodeRules.withoutState(unseen, DESIRED, report);
    if (!unrendered.isEmpty()) {
      report.notChecked(DESIRED, "what becomes of the templates on " + NodeNames.text(unrendered));
    }
    byDesired.forEach(
        (desired, facts) -> {
          NmstateRules.check(desired, facts, DESIRED, report);
          NodeRules.check(desired, facts, inputs.allowsManagement(), DESIRED, report);
        });
  }

  /** A controller wants ports that another policy gives to another controller. */
  private void claims(
      List<Policy> policies, List<ClusterNode> nodes, PolicyInputs inputs, Report report) {
    var own = inputs.name().known();
    for (var policy : policies) {
      boolean mine =
          own.equals(Optional.of(policy.name()))
              || Stamp.of(policy)
                  .filter(s -> s.owner().equals(owner) || s.operation() != Stamp.Operation.APPLY)
                  .isPresent();
      var selector = OtherPolicies.selector(policy);
      var both =
          nodes.stream()
              .filter(n -> n.labels().entrySet().containsAll(selector.entrySet()))
              .map(ClusterNode::name)
              .sorted()
              .toList();
      if (!mine && !both.isEmpty()) {
        claims(policy, both, inputs, report);
      }
    }
  }

  private static void claims(
      Policy policy, List<String> nodes, PolicyInputs inputs, Report report) {
    var theirs = ports(Drafts.desired(policy));
    ports(inputs.desired())
        .forEach(
            (port, controller) -> {
              var other = theirs.get(port);
              if (other != null) {
                report.add(
                    LifeCatalogue.CLAIMED_ON_CLUSTER,
                    DESIRED,
                    "On %s: %s is to be a port of %s, and the policy %s makes it a port of %s."
                        .formatted(NodeNames.text(nodes), port, controller, policy.name(), other));
              }
            });
  }

  private static Map<String, String> ports(Fields desired) {
    var ports = new LinkedHashMap<String, String>();
    for (NetworkInterface link : States.interfaces(desired)) {
      if (!link.isAbsent()) {
        link.ports().forEach(p -> ports.put(p, link.name().orElse("?")));
      }
    }
    return ports;
  }
}
