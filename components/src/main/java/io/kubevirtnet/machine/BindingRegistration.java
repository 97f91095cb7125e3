package io.kubevirtnet.machine;

import io.kubevirtnet.enums.PluginMigration;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.BindingCniSpec;
import io.kubevirtnet.spec.BindingPluginSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.Map;

/**
 * A network binding plugin as KubeVirt's configuration has it, with every default in its place.
 *
 * @param name under which machines ask for it
 * @param definition reference to the definition with its CNI program; absent when it has none
 */
public record BindingRegistration(
    BindingPluginSpec spec, Value<String> name, Value<String> definition) {

  public static BindingRegistration of(BindingPluginSpec spec, String resourceName) {
    var name = spec.name().orDefault(resourceName);
    return new BindingRegistration(spec, name, definition(spec, name));
  }

  private static Value<String> definition(BindingPluginSpec spec, Value<String> name) {
    if (spec.cni().isGiven()) {
      return spec.cni().flatMap(cni -> reference(cni.namespace(), definitionName(cni, name)));
    }
    return spec.attachmentName().or(spec.attachment().flatMap(BindingRegistration::joined));
  }

  /** In one namespace it is named with it; in several each machine finds the one of its own. */
  private static Value<String> joined(AttachmentSpec attachment) {
    return attachment
        .references()
        .flatMap(r -> r.size() == 1 ? r.values().iterator().next() : attachment.name());
  }

  private static Value<String> reference(Value<String> namespace, Value<String> name) {
    return name.with(namespace, (n, ns) -> ns + "/" + n);
  }

  /** Name of the definition that is made for it. */
  public Value<String> definitionName(BindingCniSpec cni) {
    return definitionName(cni, name);
  }

  private static Value<String> definitionName(BindingCniSpec cni, Value<String> plugin) {
    return cni.name().or(plugin.map(p -> "netbinding" + p));
  }

  /** True for all machines, wherever they are. */
  boolean namesNamespace() {
    return definition.known().filter(d -> d.contains("/")).isPresent();
  }

  /** KubeVirt asks only whether it says anything about migrations. */
  public boolean isMigratable() {
    return spec.migration().isGiven();
  }

  public ConfigurationPlace place() {
    return new ConfigurationPlace(
        spec.kubevirtNamespace(),
        spec.kubevirtName(),
        spec.configurationOwner(),
        spec.hyperConvergedNamespace());
  }

  /** The object of which it is a part, with this part alone. */
  public Fields object() {
    return place().plugin(name, entry());
  }

  private Fields entry() {
    return Tree.fields()
        .with("networkAttachmentDefinition", definition)
        .with("sidecarImage", spec.sidecarImage())
        .with("domainAttachmentType", spec.attachmentType())
        .with("migration", spec.migration().map(BindingRegistration::method))
        .with("downwardAPI", spec.downwardApi())
        .with(
            "computeResourceOverhead",
            spec.memoryOverhead().map(m -> Map.of("requests", Map.of("memory", m))));
  }

  private static Map<String, PluginMigration> method(PluginMigration migration) {
    return switch (migration) {
      case Supported -> Map.of();
      case LinkRefresh -> Map.of("method", migration);
    };
  }

  /** What machines take. */
  public Fields output() {
    return Tree.of("name", name).with("migratable", isMigratable());
  }
}
