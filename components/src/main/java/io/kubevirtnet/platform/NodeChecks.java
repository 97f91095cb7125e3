package io.kubevirtnet.platform;

import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.Injection;
import io.kubevirtnet.vcluster.NodeRules;
import io.kubevirtnet.vcluster.PlatformRelease;
import io.kubevirtnet.vcluster.ProviderRules;
import io.kubevirtnet.vcluster.TypeRules;
import java.util.function.UnaryOperator;

/** What the platform and KubeVirt say of node types, at places of what the platform gets. */
final class NodeChecks {
  private NodeChecks() {}

  /** A provider by itself, with each of its types by itself. */
  static void provider(DesiredProvider provider, PlatformRelease release, Report report) {
    ProviderRules.check(
        Part.of(DesiredNode.PROVIDER, (Tree) NodeProviderExpander.object(provider)),
        release,
        report);
  }

  /** A type by itself. */
  static void type(DesiredNode node, PlatformRelease release, Report report) {
    TypeRules.check(node.sources(release).type(), release, report);
  }

  /** What comes of a type in its provider. */
  static EffectiveNode effective(
      DesiredNode node, PlatformRelease release, ClusterConfiguration config, Report report) {
    var sources = node.sources(release);
    var effective = Injection.of(sources, report);
    NodeRules.check(sources, effective, config, report);
    podNetwork(node, effective.machine(), report);
    return effective;
  }

  /** A template of the provider's may bring the pod network or not. */
  private static void podNetwork(DesiredNode node, Machine machine, Report report) {
    var networks = machine.spec().get("networks");
    var interfaces = machine.spec().get("domain", "devices", "interfaces");
    boolean open =
        networks.tree().filter(Tree::hasUnknown).isPresent()
            || interfaces.tree().filter(Tree::hasUnknown).isPresent();
    if (open || machine.object().tree().isEmpty()) {
      return;
    }
    boolean asksForNone =
        machine.networks().isEmpty()
            && machine.interfaces().isEmpty()
            && !machine.spec().get("domain", "devices", "autoattachPodInterface").isFalse();
    boolean has = asksForNone || machine.networks().stream().anyMatch(n -> n.get("pod").isSet());
    node.type()
        .podNetwork()
        .ifKnown(
            choice -> {
              if (choice == PodNetworkChoice.Keep != has) {
                report.add(
                    PlatformCatalogue.OTHER_POD_NETWORK,
                    node.type().podNetwork().path(),
                    has
                        ? "The machine has the pod network, since its template brings it."
                        : "The machine has no pod network, since its template brings none.",
                    has
                        ? "Remove it from the template, or set podNetwork to keep."
                        : "Add it to the template that the machine comes from, or set podNetwork to"
                            + " none.");
              }
            });
  }

  /**
   * From places of what the platform gets to those of inputs.
   *
   * @param inputs where the places of the type's entry and of the provider come from
   */
  static UnaryOperator<PropertyPath> places(DesiredProvider provider, Places inputs) {
    return place -> inputs.input(inEntry(provider, place));
  }

  /** An entry of the provider's list stands where its type stands. */
  static PropertyPath inEntry(DesiredProvider provider, PropertyPath place) {
    var list = DesiredNode.PROVIDER.child("spec").child("kubeVirt").child("nodeTypes");
    var types = provider.types().known();
    for (int i = 0; types.isPresent() && i < types.get().size(); i++) {
      var entry = list.index(i).text();
      if (place.text().equals(entry)
          || place.text().startsWith(entry + ".")
          || place.text().startsWith(entry + "[")) {
        var type = types.get().get(i).path().text();
        var rest = place.text().substring(entry.length());
        return new PropertyPath(
            type.isEmpty() && rest.startsWith(".") ? rest.substring(1) : type + rest);
      }
    }
    return place;
  }

  /** Whether two findings tell an author the same. */
  static boolean isSame(Finding one, Finding other) {
    return one.code().equals(other.code())
        && one.path().equals(other.path())
        && one.what().equals(other.what());
  }
}
