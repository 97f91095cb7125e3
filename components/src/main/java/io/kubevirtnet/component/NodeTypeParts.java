package io.kubevirtnet.component;

import io.kubevirtnet.enums.WiringRecord;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.platform.DesiredNode;
import io.kubevirtnet.platform.DesiredProvider;
import io.kubevirtnet.platform.GuestAddressPool;
import io.kubevirtnet.platform.NodePlaces;
import io.kubevirtnet.platform.NodeProviderExpander;
import io.kubevirtnet.platform.NodeProviderRules;
import io.kubevirtnet.platform.NodeTypeExpander;
import io.kubevirtnet.platform.NodeTypeRules;
import io.kubevirtnet.platform.NodeWiring;
import io.kubevirtnet.platform.VclusterValuesExpander;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.KubeVirtNodeProviderSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.spec.SuppressionSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules, children and outputs of node types and of the providers that have them. */
final class NodeTypeParts {
  /** What the platform does not let anybody change. */
  private static final String[] FIXED = {
    "spec.kubeVirt.clusterRef", "spec.kubeVirt.deploy.kubevirt.enabled"
  };

  private NodeTypeParts() {}

  static void type(KubeVirtNodeTypeSpec spec, Surroundings around, Report report) {
    var config = around.settings().kubeVirt().cluster(spec.kubevirtVersion(), report);
    var release = around.settings().platform().release(spec.platformVersion(), report);
    NodeTypeRules.check(spec, around.name(), release, config, report);
    addresses(spec, around, report);
    if (spec.nodeProvider().known().isPresent()) {
      var node = NodeTypeRules.desired(spec, around.name());
      new NodeJoins(around, config, report).provider(node.provider(), NodePlaces.of(spec, node));
    }
  }

  private static void addresses(KubeVirtNodeTypeSpec spec, Surroundings around, Report report) {
    spec.guestAddresses()
        .known()
        .flatMap(GuestAddressPool::of)
        .ifPresent(
            ranges ->
                around
                    .run()
                    .addresses(
                        around.claimant(),
                        network(spec),
                        ranges,
                        spec.guestAddresses().path(),
                        report));
  }

  /** What tells one network from another: all references to it. */
  private static Optional<String> network(KubeVirtNodeTypeSpec spec) {
    return spec.attachment().isAbsent()
        ? spec.attachmentName().known()
        : spec.attachment()
            .flatMap(AttachmentSpec::references)
            .known()
            .map(
                r ->
                    r.values().stream()
                        .map(Value::shown)
                        .sorted()
                        .collect(Collectors.joining(" ")));
  }

  static List<Child> ofType(KubeVirtNodeTypeSpec spec, String name) {
    if (spec.nodeProvider().known().isEmpty()) {
      return List.of();
    }
    var node = NodeTypeRules.desired(spec, name);
    var children = new ArrayList<Child>();
    children.add(object(name, node.provider()));
    if (keepsWiring(spec.wiring())) {
      children.add(
          wiring(
              name,
              NodeWiring.inputs(node, NodePlaces.of(spec, node)),
              spec.kubevirtVersion(),
              spec.suppress()));
    }
    return children;
  }

  static Fields ofTypeOutputs(KubeVirtNodeTypeSpec spec, String name) {
    var nodeType = NodeTypeExpander.nodeType(spec, name);
    return Tree.of("nodeType", nodeType)
        .with(
            "fullName",
            spec.nodeProvider().known().isPresent()
                ? NodeTypeRules.desired(spec, name).fullName()
                : spec.name().orDefault(name));
  }

  static void provider(KubeVirtNodeProviderSpec spec, Surroundings around, Report report) {
    var config = around.settings().kubeVirt().cluster(spec.kubevirtVersion(), report);
    var release = around.settings().platform().release(spec.platformVersion(), report);
    NodeProviderRules.check(spec, around.name(), release, config, report);
    var provider = DesiredProvider.of(spec, around.name());
    new NodeJoins(around, config, report).provider(provider, NodePlaces.of(spec, provider));
  }

  static List<Child> ofProvider(KubeVirtNodeProviderSpec spec, String name) {
    var provider = DesiredProvider.of(spec, name);
    var children = new ArrayList<Child>();
    children.add(object(name, provider));
    if (keepsWiring(spec.wiring())) {
      var used = new HashSet<String>();
      for (var type : spec.nodeTypes().known().orElse(List.of())) {
        var own = childName(name, type, children.size() - 1);
        children.add(
            wiring(
                used.add(own) ? own : name + "-" + (children.size() - 1),
                type.known()
                    .map(t -> new DesiredNode(provider, t))
                    .map(n -> NodeWiring.inputs(n, NodePlaces.of(spec, provider)))
                    .orElseGet(() -> NodeWiring.unknown(type, spec.namespace())),
                spec.kubevirtVersion(),
                spec.suppress()));
      }
    }
    return children;
  }

  /** The place in the list stands for a name that is not known or not to be told. */
  private static String childName(String name, Value<NodeTypeSpec> type, int index) {
    return name
        + "-"
        + type.flatMap(NodeTypeSpec::name)
            .known()
            .filter(n -> !type.flatMap(NodeTypeSpec::name).marks().secret())
            .orElse(String.valueOf(index));
  }

  static Fields ofProviderOutputs(KubeVirtNodeProviderSpec spec, String name) {
    var provider = DesiredProvider.of(spec, name);
    return Tree.of("name", provider.name())
        .with(
            "nodeTypeNames",
            spec.nodeTypes()
                .map(
                    types ->
                        types.stream()
                            .map(t -> t.flatMap(x -> new DesiredNode(provider, x).fullName()))
                            .toList()))
        .with("vclusterValues", VclusterValuesExpander.values(spec, name));
  }

  private static Child object(String name, DesiredProvider provider) {
    return Child.object(name, NodeProviderExpander.object(provider)).replacedBy(FIXED);
  }

  private static boolean keepsWiring(Value<WiringRecord> wiring) {
    return wiring.known().filter(w -> w == WiringRecord.None).isEmpty();
  }

  private static Child wiring(
      String name,
      Fields inputs,
      Value<String> kubevirtVersion,
      Value<List<Value<SuppressionSpec>>> suppress) {
    return new Child(
        Blueprints.VIRTUAL_MACHINE_WIRING.type(),
        name,
        inputs.with("kubevirtVersion", kubevirtVersion).with("suppress", suppress));
  }
}
