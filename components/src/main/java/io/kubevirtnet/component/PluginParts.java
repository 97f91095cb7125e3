package io.kubevirtnet.component;

import io.kubevirtnet.attachment.BindingDefinition;
import io.kubevirtnet.enums.ConfigurationOwner;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.machine.BindingPluginRules;
import io.kubevirtnet.machine.BindingRegistration;
import io.kubevirtnet.machine.ConfigurationPlace;
import io.kubevirtnet.machine.NetworkSettings;
import io.kubevirtnet.machine.PluginCatalogue;
import io.kubevirtnet.spec.BindingCniSpec;
import io.kubevirtnet.spec.BindingPluginSpec;
import io.kubevirtnet.spec.KubeVirtNetworkSettingsSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules and children of the components that write into KubeVirt's own configuration. */
final class PluginParts {
  private PluginParts() {}

  static void bindingPlugin(BindingPluginSpec spec, Surroundings around, Report report) {
    var plugin = BindingRegistration.of(spec, around.name());
    var cluster = around.settings().kubeVirt().cluster(spec.kubevirtVersion(), report);
    BindingPluginRules.check(plugin, cluster, report);
    spec.cni().ifKnown(cni -> definition(cni, plugin, around, report));
    reach(plugin, around, report);
    around.claim("network binding plugin", "", plugin.name(), report);
    around.run().plugin(around.claimant(), plugin.name(), plugin.isMigratable());
    if (plugin.place().owner() == ConfigurationOwner.HyperConvergedAnnotation) {
      annotation(plugin.place(), around, report);
    }
  }

  private static void definition(
      BindingCniSpec cni, BindingRegistration plugin, Surroundings around, Report report) {
    var definition = BindingDefinition.of(cni, plugin.definitionName(cni));
    BindingDefinition.check(definition, report);
    AttachmentParts.attach(definition, around, report);
  }

  /** Machines of all namespaces may have the plugin, so its definition has to be there for all. */
  private static void reach(BindingRegistration plugin, Surroundings around, Report report) {
    var isolation = around.settings().isolation();
    plugin
        .definition()
        .known()
        .filter(reference -> reference.contains("/"))
        .map(reference -> reference.substring(0, reference.indexOf('/')))
        .filter(KubernetesName::isLabel)
        .filter(namespace -> isolation.on() && !isolation.globals().contains(namespace))
        .ifPresent(
            namespace ->
                report.add(
                    PluginCatalogue.UNREACHABLE,
                    plugin.definition().path(),
                    plugin.definition().shown() + " is in no global namespace."));
  }

  /** There is one annotation, and it is replaced as a whole. */
  private static void annotation(ConfigurationPlace place, Surroundings around, Report report) {
    var said = new Report();
    around.claim(
        ConfigurationPlace.ANNOTATION + " of " + ConfigurationPlace.HYPER_CONVERGED,
        place.objectNamespace(),
        place.objectName(),
        said);
    said.findings()
        .forEach(
            f -> report.add(PluginCatalogue.ANNOTATION_TWICE, place.chosen().path(), f.what()));
  }

  static List<Child> registration(BindingPluginSpec spec, String name) {
    var plugin = BindingRegistration.of(spec, name);
    var mark = plugin.place().mark("binding", plugin.name(), "BindingPlugin " + name);
    return Stream.of(
            marked(mark, name),
            made(spec.cni(), plugin, name).stream(),
            Stream.of(Child.patch(name, plugin.object()).following()))
        .flatMap(children -> children)
        .toList();
  }

  private static Stream<Child> marked(Optional<Fields> mark, String name) {
    return mark.stream().map(object -> Child.patch(name + "-mark", object));
  }

  private static List<Child> made(
      Value<BindingCniSpec> given, BindingRegistration plugin, String name) {
    return given
        .known()
        .map(cni -> BindingDefinition.of(cni, plugin.definitionName(cni)))
        .map(definition -> AttachmentParts.definitions(definition, true, name + "-cni"))
        .orElse(List.of());
  }

  static Fields outputs(BindingPluginSpec spec, String name) {
    return Tree.of("binding", BindingRegistration.of(spec, name).output());
  }

  static void networkSettings(
      KubeVirtNetworkSettingsSpec spec, Surroundings around, Report report) {
    var cluster = around.settings().kubeVirt().cluster(spec.kubevirtVersion(), report);
    var settings = new NetworkSettings(spec);
    settings.check(cluster, report);
    var place = settings.place();
    if (place.owner() == ConfigurationOwner.Administrator) {
      around.claim(
          "network settings of " + ConfigurationPlace.KUBEVIRT,
          spec.kubevirtNamespace(),
          spec.kubevirtName(),
          report);
    } else {
      annotation(place, around, report);
    }
  }

  static List<Child> settings(KubeVirtNetworkSettingsSpec spec, String name) {
    var settings = new NetworkSettings(spec);
    var key = Value.known(spec.path(), "settings");
    var mark = settings.place().mark("network", key, "KubeVirtNetworkSettings " + name);
    return Stream.concat(
            marked(mark, name), Stream.of(Child.patch(name, settings.object()).following()))
        .toList();
  }
}
