package io.kubevirtnet.provider.plugin;

import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.policy.PolicyResource;
import io.kubevirtnet.provider.resource.CustomResource;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.MachineOpening;
import io.kubevirtnet.provider.serverfacts.FactsResource;
import io.kubevirtnet.provider.wiring.WiringResource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of resources that the plugin itself makes, by token. */
final class CustomResources {
  static final CustomResources NONE = new CustomResources(List.of());

  private final Map<String, CustomResource> byType;

  /** Those of the schema; a cluster is opened only when one of them needs it. */
  static CustomResources all() {
    MachineOpening machines =
        choice ->
            ClusterAccess.machines(choice.kubeconfig(), choice.context(), WiringResource.LIMIT);
    return new CustomResources(
        List.of(
            new PolicyResource(choice -> ClusterAccess.open(choice.kubeconfig(), choice.context())),
            new WiringResource(machines),
            new FactsResource(machines)));
  }

  CustomResources(Collection<CustomResource> all) {
    byType =
        all.stream()
            .collect(Collectors.toUnmodifiableMap(CustomResource::type, Function.identity()));
  }

  /** The one that a URN says: {@code urn:pulumi:stack::project::parentType$type::name}. */
  CustomResource of(String urn) {
    var type = type(urn);
    var resource = byType.get(type);
    if (resource == null) {
      throw Refusal.invalid("kubevirtnet makes no resource of type " + type + " (" + urn + ")");
    }
    return resource;
  }

  void configure(Desk desk) {
    byType.values().forEach(resource -> resource.configure(desk));
  }

  void cancel() {
    byType.values().forEach(CustomResource::cancel);
  }

  private static String type(String urn) {
    var parts = urn.split("::", 4);
    var types = parts.length == 4 ? parts[2] : urn;
    return types.substring(types.lastIndexOf('$') + 1);
  }
}
