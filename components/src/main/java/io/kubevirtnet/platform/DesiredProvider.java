package io.kubevirtnet.platform;

import io.kubevirtnet.enums.NamespaceStrategy;
import io.kubevirtnet.spec.KubeVirtNodeProviderSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.spec.NodeProviderDeploySpec;
import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.spec.OwnNodeProviderSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;

/**
 * A provider with every default in its place, whichever component makes it.
 *
 * @param name of the NodeProvider
 * @param template of machines of types that have none of their own
 * @param types its node types, in their order
 */
public record DesiredProvider(
    Value<String> name,
    Value<String> displayName,
    Value<Map<String, Value<String>>> labels,
    Value<Map<String, Value<String>>> annotations,
    Value<String> cluster,
    Value<String> namespace,
    Value<NamespaceStrategy> namespaceStrategy,
    Value<NodeProviderDeploySpec> deploy,
    Value<Map<String, Value<Tree>>> template,
    Value<Map<String, Value<String>>> properties,
    Value<List<Value<NodeTypeSpec>>> types) {

  public static DesiredProvider of(KubeVirtNodeProviderSpec spec, String resourceName) {
    return new DesiredProvider(
        spec.name().orDefault(resourceName),
        spec.displayName(),
        spec.labels(),
        spec.annotations(),
        spec.cluster(),
        spec.namespace(),
        spec.namespaceStrategy(),
        spec.deploy(),
        spec.virtualMachineTemplate(),
        spec.properties(),
        spec.nodeTypes());
  }

  /** The one that a node type makes for itself. */
  public static DesiredProvider of(
      OwnNodeProviderSpec own, KubeVirtNodeTypeSpec spec, String resourceName) {
    var type = NodeTypeExpander.typed(spec, resourceName);
    return new DesiredProvider(
        own.name().or(type.name()),
        own.displayName(),
        new Value.Absent<>(own.path()),
        new Value.Absent<>(own.path()),
        own.cluster(),
        own.namespace(),
        own.namespaceStrategy(),
        new Value.Absent<>(own.path()),
        new Value.Absent<>(own.path()),
        new Value.Absent<>(own.path()),
        Value.known(PropertyPath.ROOT, List.of(Value.known(PropertyPath.ROOT, type))));
  }

  /**
   * Any that may take a node type. What a type does not replace comes from a template that is not
   * known here.
   */
  static DesiredProvider unknown(NodeTypeSpec type) {
    var path = type.path();
    return new DesiredProvider(
        new Value.Unknown<>(path, Marks.NONE),
        new Value.Absent<>(path),
        new Value.Absent<>(path),
        new Value.Absent<>(path),
        new Value.Unknown<>(path, Marks.NONE),
        new Value.Unknown<>(path, Marks.NONE),
        new Value.Absent<>(path),
        new Value.Absent<>(path),
        type.virtualMachineTemplate().isGiven()
            ? new Value.Absent<>(path)
            : new Value.Unknown<>(path, Marks.NONE),
        new Value.Absent<>(path),
        Value.known(path, List.of(Value.known(path, type))));
  }

  /** The types that are known to be there. */
  public List<NodeTypeSpec> knownTypes() {
    return types.known().orElse(List.of()).stream().flatMap(t -> t.known().stream()).toList();
  }
}
