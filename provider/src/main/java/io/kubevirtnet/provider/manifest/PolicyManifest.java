package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.DesiredStateRules;
import io.kubevirtnet.host.EntryRules;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.host.HostPolicyRules;
import io.kubevirtnet.node.NmstateRules;
import io.kubevirtnet.node.NodeFacts;
import io.kubevirtnet.node.NodeRules;
import io.kubevirtnet.spec.Element;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A NodeNetworkConfigurationPolicy as it was written. */
public final class PolicyManifest {
  public static final String ON_NODES = "what the nodes have (give it with --state)";

  private static final PropertyPath SPEC = PropertyPath.ROOT.child("spec");

  private final KubernetesObject object;
  private final HostPolicy policy;

  private PolicyManifest(KubernetesObject object, HostPolicy policy) {
    this.object = object;
    this.policy = policy;
  }

  /** Reads it; what has no usable type is told. */
  public static PolicyManifest of(KubernetesObject object, Report report) {
    var root = Cursor.root(object);
    var spec = root.child("spec");
    var state = spec.child("desiredState").value(Element.any(), report);
    return new PolicyManifest(
        object,
        new HostPolicy(
            root.at("metadata", "name").text(new Report()),
            spec.child("nodeSelector").texts(report).orDefault(Map.of()),
            spec.child("capture").texts(report),
            state.isAbsent() ? Tree.fields() : Tree.of(state),
            spec.child("maxUnavailable").textOrNumber(report)));
  }

  static void check(KubernetesObject object, Scene scene, Report report) {
    of(object, report).check(scene, report);
  }

  private void check(Scene scene, Report report) {
    HostPolicyRules.check(policy, report);
    EntryRules.check(policy, SPEC, report);
    DesiredStateRules.check(policy, SPEC, report);
    if (scene.nodes().isEmpty()) {
      report.notChecked(SPEC.child("desiredState"), ON_NODES);
    } else if (report.findings().stream().noneMatch(f -> f.isError())) {
      onNodes(scene, report);
    }
    claim(scene.run(), report);
  }

  /** The copy of an object claims nothing twice. */
  private void claim(Run run, Report report) {
    var claimant =
        new Claimant(HostPolicy.KIND + " " + object.reference().name(), ManifestCheck.CLUSTER);
    var before = report.findings().size();
    run.object(claimant, HostPolicy.KIND, "", policy.name(), report);
    if (report.findings().size() == before) {
      run.policy(claimant, policy, report);
    }
  }

  private void onNodes(Scene scene, Report report) {
    Map<Fields, List<NodeFacts>> byDesired = new LinkedHashMap<>();
    for (var node : scene.nodes()) {
      policy
          .on(node.state(), SPEC, report)
          .ifPresent(
              desired ->
                  byDesired
                      .computeIfAbsent(desired, d -> new ArrayList<>())
                      .add(new NodeFacts(node.node(), node.state(), List.of())));
    }
    var path = SPEC.child("desiredState");
    byDesired.forEach(
        (desired, nodes) -> {
          NmstateRules.check(desired, nodes, path, report);
          NodeRules.check(desired, nodes, scene.managementAllowed(), path, report);
        });
  }

  String name() {
    return object.reference().name();
  }

  public HostPolicy policy() {
    return policy;
  }

  Optional<Fields> on(NodeStates.NodeState node, Report report) {
    return policy.on(node.state(), SPEC, report);
  }
}
