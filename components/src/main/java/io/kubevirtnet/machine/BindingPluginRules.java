package io.kubevirtnet.machine;

import io.kubevirtnet.enums.ConfigurationOwner;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.spec.BindingCniSpec;
import io.kubevirtnet.spec.BindingPluginSpec;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules for a binding plugin by itself: KubeVirt checks nothing of it before a machine fails.
 */
public final class BindingPluginRules {
  /** HyperConverged registers it by itself, for primary user-defined networks. */
  private static final Set<String> OF_HYPER_CONVERGED = Set.of("l2bridge");

  private static final Pattern IMAGE = Pattern.compile("[^\\s/][^\\s]*[^\\s/:@]");

  private final BindingRegistration plugin;
  private final BindingPluginSpec spec;
  private final Report report;

  private BindingPluginRules(BindingRegistration plugin, Report report) {
    this.plugin = plugin;
    this.spec = plugin.spec();
    this.report = report;
  }

  public static void check(
      BindingRegistration plugin, ClusterConfiguration cluster, Report report) {
    new BindingPluginRules(plugin, report).check(cluster);
  }

  private void check(ClusterConfiguration cluster) {
    name();
    way();
    definition();
    spec.cni().ifKnown(this::cni);
    image();
    memory();
    plugin.place().check(report);
    Stream.of(KnownPlugin.values())
        .filter(k -> k.is(plugin))
        .forEach(k -> k.check(plugin, cluster, report));
  }

  private void name() {
    var name = plugin.name();
    report.require(
        name,
        KubernetesName::isLabel,
        PluginCatalogue.NAME,
        "\"" + name.shown() + "\" is not a name for a plugin.",
        "Write " + KubernetesName.proposal(name));
    if (spec.configurationOwner()
        .known()
        .filter(ConfigurationOwner.HyperConverged::equals)
        .isPresent()) {
      report.require(
          name,
          n -> !OF_HYPER_CONVERGED.contains(n),
          PluginCatalogue.NAME,
          "The operator registers " + name.shown() + " by itself, over any other of that name.",
          "Take another name.");
    }
  }

  private void way() {
    if (spec.sidecarImage().isAbsent() && spec.attachmentType().isAbsent()) {
      report.add(
          PluginCatalogue.NO_WAY,
          spec.attachmentType().path(),
          "Neither sidecarImage nor attachmentType is set.");
    }
  }

  private void definition() {
    var given =
        List.<Value<?>>of(spec.attachment(), spec.attachmentName(), spec.cni()).stream()
            .filter(Value::isGiven)
            .toList();
    if (given.size() > 1) {
      report.add(
          PluginCatalogue.DEFINITION_CHOICE,
          given.get(1).path(),
          given.get(0).path() + " and " + given.get(1).path() + " are both set.");
    }
    report.require(
        spec.attachmentName(),
        BindingPluginRules::isReference,
        PluginCatalogue.REFERENCE,
        "\"" + spec.attachmentName().shown() + "\" is not a reference to a definition.",
        "Write namespace/name, or name where each namespace with machines has it.");
    if (plugin.definition().known().isPresent() && !plugin.namesNamespace()) {
      report.notChecked(
          plugin.definition().path(), "looked up in the namespace of each machine that has it");
    }
  }

  private static boolean isReference(String text) {
    int slash = text.indexOf('/');
    return KubernetesName.isSubdomain(text.substring(slash + 1))
        && (slash < 0 || KubernetesName.isLabel(text.substring(0, slash)));
  }

  private void cni(BindingCniSpec cni) {
    report.require(
        cni.program(),
        p -> !p.isBlank() && p.indexOf('/') < 0,
        PluginCatalogue.REFERENCE,
        "\"" + cni.program().shown() + "\" is not the name of a program.",
        "Write its file name in the CNI folder of the nodes.");
    cni.config()
        .known()
        .filter(c -> c.containsKey("type"))
        .ifPresent(
            c ->
                report.add(
                    PluginCatalogue.REFERENCE,
                    cni.config().path().child("type"),
                    "The type is the program already.",
                    "Leave it out of config."));
    report.notChecked(
        cni.program().path(), "needs the program " + cni.program().shown() + " on the nodes");
  }

  private void image() {
    report.require(
        spec.sidecarImage(),
        i -> IMAGE.matcher(i).matches(),
        PluginCatalogue.REFERENCE,
        "\"" + spec.sidecarImage().shown() + "\" is not an image.",
        "Write registry/repository:tag.");
    if (spec.sidecarImage().isGiven()) {
      report.notChecked(
          spec.sidecarImage().path(),
          "every node with such a machine pulls the image " + spec.sidecarImage().shown());
    }
  }

  private void memory() {
    report.require(
        spec.memoryOverhead(),
        Quantity::isPositive,
        PluginCatalogue.MEMORY,
        "\"" + spec.memoryOverhead().shown() + "\" is not an amount of memory.");
  }
}
