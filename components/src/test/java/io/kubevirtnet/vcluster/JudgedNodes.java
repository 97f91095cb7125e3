package io.kubevirtnet.vcluster;

import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.Isolation;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.cni.ConfigText;
import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;

/** All that is said of the objects of a file, each machine with the definitions that there are. */
final class JudgedNodes {
  private static final ClusterConfiguration CLUSTER =
      ClusterConfiguration.of(KubeVirtRelease.newest());

  private final NodeFile file;
  private final Run run = new Run();

  private JudgedNodes(NodeFile file) {
    this.file = file;
  }

  static Report of(NodeFile file, PlatformRelease release) {
    var judged = new JudgedNodes(file);
    var report = new Report();
    judged.definitions(report);
    judged.objects(release, report);
    if (!judged.parts("NodeProvider").isEmpty()) {
      file.sources().forEach(s -> report.addNews(judged.machine(s)));
    }
    return report;
  }

  private void definitions(Report report) {
    parts("NodeNetworkConfigurationPolicy").forEach(this::policy);
    run.policiesAreComplete();
    parts("NetworkAttachmentDefinition").forEach(d -> definition(d, report));
    run.definitionsAreComplete();
  }

  private void policy(Part policy) {
    run.policy(
        new Claimant("policy " + policy.get("metadata", "name").shown(), "host"),
        new HostPolicy(
            Reading.value(policy.get("metadata", "name")),
            Value.known(PropertyPath.ROOT, Map.of()),
            new Value.Absent<>(PropertyPath.ROOT),
            policy.get("spec", "desiredState").tree().orElseThrow(),
            Value.known(PropertyPath.ROOT, "1")),
        new Report());
  }

  private void definition(Part definition, Report report) {
    var config = definition.get("spec", "config");
    var name = definition.get("metadata", "name");
    ConfigText.read(config.text().orElseThrow(), config.path(), report)
        .ifPresent(
            tree ->
                run.definition(
                    new Claimant("NetworkAttachmentDefinition " + name.shown(), "host"),
                    new Definition(
                        Reading.value(name),
                        Reading.value(definition.get("metadata", "namespace")),
                        Fields.EMPTY,
                        tree,
                        config.path()),
                    report));
  }

  private void objects(PlatformRelease release, Report report) {
    parts("NodeProvider").forEach(o -> ProviderRules.check(o, release, report));
    parts("NodeClaim").forEach(o -> ClaimRules.check(o, release, report));
    parts("NodeEnvironment").forEach(o -> EnvironmentRules.check(o, release, report));
    parts("OSImage").forEach(o -> OsImageRules.check(o, release, report));
    parts("MachineConfigTemplate").forEach(o -> ConfigTemplateRules.check(o, release, report));
  }

  private Report machine(NodeSources sources) {
    var report = new Report();
    var node = Injection.of(sources, report);
    NodeRules.check(sources, node, CLUSTER, report);
    var joins = new Report();
    var claimant = new Claimant("node type " + sources.type().get("name").shown(), "host");
    run.machine(
        claimant,
        node.machine(),
        node.machine().object().get("metadata", "namespace").text().orElse(""),
        Isolation.OFF,
        CLUSTER,
        joins);
    AddressPool.of(sources, node)
        .ifPresent(p -> run.addresses(claimant, p.network(), p.ranges(), p.path(), joins));
    report.addNews(joins.moved(node::source));
    return report;
  }

  private List<Part> parts(String kind) {
    return file.objects().stream()
        .filter(o -> Part.of(PropertyPath.ROOT, (Tree) o).get("kind").is(kind))
        .map(o -> Part.of(new PropertyPath(kind), (Tree) o))
        .toList();
  }
}
