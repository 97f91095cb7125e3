package io.kubevirtnet.provider.cli;

import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.attachment.UserDefinedNetwork;
import io.kubevirtnet.attachment.VirtualFunctions;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.host.ManagedPolicy;
import io.kubevirtnet.machine.DesiredMachine;
import io.kubevirtnet.platform.NodeProviderExpander;
import io.kubevirtnet.provider.preview.PlannedResource;
import java.util.List;
import java.util.stream.Collectors;

/** What matters about one object, by its kind. */
final class ObjectFacts {
  static final String WIRING = "VirtualMachineWiring";
  static final String SERVER_CLUSTER = "NetrisServerCluster";

  private ObjectFacts() {}

  static List<Fact> of(PlannedResource object) {
    var tree = Peek.of(object.inputs());
    return switch (object.kind()) {
      case HostPolicy.KIND, ManagedPolicy.KIND -> PolicyFacts.of(object).facts();
      case NadExpander.KIND -> new DefinitionFacts(tree).facts();
      case PatchFacts.KUBEVIRT, PatchFacts.HYPER_CONVERGED -> new PatchFacts(tree).facts();
      case DesiredMachine.KIND -> new VirtualMachineFacts(tree).facts();
      case SERVER_CLUSTER -> new ServerClusterLines(tree).facts();
      case WIRING -> new WiringFacts(tree).facts();
      case NodeProviderExpander.KIND -> new NodeProviderFacts(tree).facts();
      case VirtualFunctions.POLICY_KIND,
          VirtualFunctions.NETWORK_KIND,
          UserDefinedNetwork.KIND,
          UserDefinedNetwork.CLUSTER_KIND ->
          List.of(Fact.of("spec", fields(tree.at("spec"))));
      default -> List.of();
    };
  }

  private static String fields(Peek spec) {
    return spec.fields().entrySet().stream()
        .map(e -> e.getKey() + Paragraph.FIRM_SPACE + e.getValue().text())
        .collect(Collectors.joining(", "));
  }

  /** Kind, and name as kubectl writes it; what is no Kubernetes object has its Pulumi name. */
  static String title(PlannedResource object) {
    var inputs = Peek.of(object.inputs());
    if (object.kind().equals(ManagedPolicy.KIND)) {
      return object.kind() + " " + inputs.at("policyName").text();
    }
    if (object.kind().equals(SERVER_CLUSTER)) {
      return object.kind() + " " + inputs.at("serverCluster").text();
    }
    if (object.kind().equals(WIRING) && inputs.at("nodeType").isPresent()) {
      return object.kind() + " " + inputs.at("nodeType").text();
    }
    if (object.kind().equals(WIRING)) {
      return object.kind()
          + " "
          + inputs.at("namespace").text()
          + "/"
          + inputs.at("virtualMachine").text();
    }
    var metadata = inputs.at("metadata");
    var name = metadata.at("name").text();
    if (name.isEmpty()) {
      return object.type() + " " + object.name();
    }
    var namespace = metadata.at("namespace").text();
    return object.kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
