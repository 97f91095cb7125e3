package io.kubevirtnet.provider.report;

import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.attachment.UserDefinedNetwork;
import io.kubevirtnet.attachment.VirtualFunctions;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.machine.ConfigurationPlace;
import io.kubevirtnet.machine.DesiredMachine;
import io.kubevirtnet.platform.NodeProviderExpander;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.ResourceChange;
import java.util.List;
import java.util.stream.Collectors;

/** What matters about one Kubernetes object, by its kind. */
final class ObjectFacts {
  private ObjectFacts() {}

  /** Of the object that comes or goes; none of one that stays. */
  static List<Fact> of(ResourceChange change) {
    return change.object().stream()
        .flatMap(o -> of(change.reference().kind(), Peek.of(o)).stream())
        .filter(f -> !f.lines().stream().allMatch(String::isBlank))
        .filter(f -> change.action() != Action.DELETE || !f.label().equals(PolicyFacts.DESTROY))
        .toList();
  }

  private static List<Fact> of(String kind, Peek tree) {
    return switch (kind) {
      case HostPolicy.KIND -> PolicyFacts.of(tree).facts();
      case NadExpander.KIND -> new DefinitionFacts(tree).facts();
      case PatchFacts.KUBEVIRT,
          PatchFacts.HYPER_CONVERGED,
          ConfigurationPlace.KUBEVIRT,
          ConfigurationPlace.HYPER_CONVERGED ->
          new PatchFacts(tree).facts();
      case DesiredMachine.KIND -> new VirtualMachineFacts(tree).facts();
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
}
