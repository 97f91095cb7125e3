package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.node.Baseline;
import io.kubevirtnet.node.Revert;
import io.kubevirtnet.provider.manifest.NodeStates.NodeState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policies that put nodes back to what they had before a policy. */
public final class PolicyRevert {
  private final PolicyManifest policy;
  private final List<String> documents = new ArrayList<>();

  private PolicyRevert(PolicyManifest policy) {
    this.policy = policy;
  }

  /**
   * Policies with comments about what they leave behind.
   *
   * @param source name of the file of the policies
   * @param nodes what the nodes had; without any, network cards come back without addresses
   */
  public static String yaml(String source, List<KubernetesObject> objects, List<NodeState> nodes) {
    var policies =
        objects.stream().filter(o -> o.reference().kind().equals(HostPolicy.KIND)).toList();
    if (policies.isEmpty()) {
      throw new UnreadableManifest(source + ": there is no " + HostPolicy.KIND + ".");
    }
    var documents = new ArrayList<String>();
    for (var object : policies) {
      var revert = new PolicyRevert(PolicyManifest.of(object, new Report()));
      if (nodes.isEmpty()) {
        revert.withoutStates();
      } else {
        revert.withStates(nodes);
      }
      documents.addAll(revert.documents);
    }
    return String.join("---\n", documents);
  }

  private void withoutStates() {
    var desired = policy.policy().desiredState();
    add(
        policy.name(),
        policy.policy().spec(),
        Revert.withoutBaseline(desired instanceof Fields f ? f : Fields.EMPTY),
        "");
  }

  /** Nodes with the same way back share one policy; when all do, it is the policy itself. */
  private void withStates(List<NodeState> nodes) {
    Map<Revert, List<String>> groups = new LinkedHashMap<>();
    for (var node : nodes) {
      var report = new Report();
      var desired = policy.on(node, report);
      if (desired.isEmpty()) {
        throw new UnreadableManifest(
            "on %s: %s"
                .formatted(
                    node.node(),
                    report.findings().stream().findFirst().map(Finding::sentence).orElse("")));
      }
      if (Baseline.showsOwn(node.state(), desired.get())) {
        throw new UnreadableManifest(
            "the state of "
                + node.node()
                + " shows what "
                + policy.name()
                + " makes already; a state from before it is needed.");
      }
      groups
          .computeIfAbsent(Revert.of(desired.get(), node.state()), r -> new ArrayList<>())
          .add(node.node());
    }
    if (groups.size() == 1) {
      add(policy.name(), policy.policy().spec(), groups.keySet().iterator().next(), "");
      return;
    }
    groups.forEach((revert, names) -> names.forEach(node -> addFor(node, revert)));
  }

  private void addFor(String node, Revert revert) {
    add(
        policy.name() + "-revert-" + node,
        Tree.of("nodeSelector", Tree.of("kubernetes.io/hostname", node)),
        revert,
        "# The nodes had different things, so this is for " + node + " alone.\n");
  }

  private void add(String name, Fields spec, Revert revert, String remark) {
    var comments = new StringBuilder(remark);
    revert.leftBehind().forEach(l -> comments.append("# ").append(l).append('\n'));
    var object =
        Tree.of("apiVersion", HostPolicy.API_VERSION)
            .with("kind", HostPolicy.KIND)
            .with("metadata", Tree.of("name", name))
            .with("spec", spec.with("desiredState", revert.state()));
    documents.add(comments + ManifestYaml.document(object.plain()));
  }
}
