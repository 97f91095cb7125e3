package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.MachineRules;
import io.kubevirtnet.value.PropertyPath;
import java.util.Set;

/** The rules for one node type: its properties, and the machine that comes of them. */
public final class NodeRules {
  /**
   * Advice for machines that somebody keeps: nodes are drained and not migrated, and each is one of
   * many. On the pod network they need the bridge, since behind a masquerade all have one address.
   */
  private static final Set<String> OF_KEPT_MACHINES = Set.of("KVN-V087", "KVN-V088", "KVN-V091");

  /** KubeVirt says of the name of an interface what is wrong with its binding. */
  private static final Set<String> OF_THE_BINDING =
      Set.of("KVN-V013", "KVN-V014", "KVN-V018", "KVN-V019", "KVN-V065", "KVN-V090");

  private NodeRules() {}

  /** Findings stand at places of the sources. */
  public static void check(
      NodeSources sources, EffectiveNode node, ClusterConfiguration config, Report report) {
    var scene = new NodeScene(sources, node, report);
    EffectRules.check(scene);
    BindingRules.check(scene);
    NodeAddressRules.check(scene);
    LookupRules.check(scene);
    NodeTemplateRules.check(scene);
    if (node.machine().spec().isSet()) {
      NodeCardRules.check(scene, config);
      NodeMachineRules.check(scene);
      machine(scene, config);
    }
  }

  private static void machine(NodeScene scene, ClusterConfiguration config) {
    var said = new Report();
    MachineRules.check(scene.node().machine(), config, said);
    scene
        .report()
        .addNews(
            said.only(f -> !OF_KEPT_MACHINES.contains(f.code()))
                .moved(f -> f.at(place(scene, f)), scene.node()::source));
  }

  /** A binding of the injected interface is that of a property, or of what is merged over it. */
  private static PropertyPath place(NodeScene scene, Finding finding) {
    var node = scene.node();
    var nic = NodeScene.named(node.machine().interfaces(), Bindings.INJECTED);
    if (nic.isEmpty() || !OF_THE_BINDING.contains(finding.code())) {
      return node.source(finding.path());
    }
    boolean named = nic.get().get("name").written().equals(finding.path());
    boolean inside = finding.path().text().startsWith(nic.get().path().text());
    var binding = Bindings.of(nic.get()).stream().findFirst().map(nic.get()::get);
    if (binding.isPresent()) {
      return node.source(named ? binding.get().path() : finding.path());
    }
    // It has the name that the property says, which is none of KubeVirt's.
    return scene
        .said(PropertyKey.BINDING)
        .filter(p -> named || inside)
        .map(p -> p.value().written())
        .orElseGet(() -> node.source(finding.path()));
  }
}
