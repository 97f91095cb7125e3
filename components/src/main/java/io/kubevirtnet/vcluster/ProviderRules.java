package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.YamlText;
import java.util.HashSet;
import java.util.List;

/** The rules for a NodeProvider by itself, with each of its node types by itself. */
public final class ProviderRules {
  private static final List<String> KINDS =
      List.of("kubeVirt", "bcm", "terraform", "clusterAPI", "metal3");

  private final Part spec;
  private final Part kubeVirt;
  private final PlatformRelease release;
  private final ObjectChecks checks;
  private final Report report;

  private ProviderRules(Part provider, PlatformRelease release, Report report) {
    this.spec = provider.get("spec");
    this.kubeVirt = spec.get("kubeVirt");
    this.release = release;
    this.checks = new ObjectChecks(report);
    this.report = report;
  }

  public static void check(Part provider, PlatformRelease release, Report report) {
    var rules = new ProviderRules(provider, release, report);
    rules.checks.metadata(provider.get("metadata"), KubernetesName::isSubdomain);
    rules.kind();
    if (rules.kubeVirt.isObject()) {
      rules.place();
      rules.strategy();
      rules.deploy();
      rules.nodeTypes();
      MachineTemplateRules.check(rules.kubeVirt.get("virtualMachineTemplate"), report);
      PropertyRules.check(rules.spec.get("properties"), PropertyOrigin.PROVIDER, release, report);
    }
  }

  private void kind() {
    var kinds = KINDS.stream().filter(k -> spec.get(k).isSet()).toList();
    if (spec.isOpen() || kinds.size() == 1) {
      return;
    }
    report.add(
        ObjectCatalogue.PROVIDER_KIND,
        spec.path(),
        kinds.isEmpty() ? "None is there." : "There are " + String.join(" and ", kinds) + ".",
        kinds.isEmpty() ? "Set kubeVirt." : ObjectCatalogue.PROVIDER_KIND.fix());
  }

  private void place() {
    var place = kubeVirt.get("clusterRef");
    checks.require(place.get("cluster"), "clusterRef names no cluster.");
    checks.text(
        place.get("cluster"),
        KubernetesName::isSubdomain,
        ObjectCatalogue.PLACE,
        "is not the name of a cluster");
    checks.text(
        place.get("namespace"),
        KubernetesName::isLabel,
        ObjectCatalogue.PLACE,
        "is not the name of a namespace");
  }

  private void strategy() {
    var strategy = kubeVirt.get("namespaceStrategy");
    checks.word(strategy, List.of("Provider", "VirtualCluster"));
    since(strategy, "namespaceStrategy");
  }

  private void since(Part part, String name) {
    if (part.isSet() && !release.isAtLeast(PlatformRelease.V4_12)) {
      report.add(
          ObjectCatalogue.NEWER,
          Reading.place(part),
          name + " came with vCluster Platform " + PlatformRelease.V4_12.wire() + ".");
    }
  }

  private void deploy() {
    var deploy = kubeVirt.get("deploy");
    since(deploy.get("vClusterDeviceOperator"), "vClusterDeviceOperator");
    var kubevirt = deploy.get("kubevirt");
    if (kubevirt.isObject()) {
      checks.require(kubevirt.get("enabled"), "deploy.kubevirt does not say enabled.");
    }
    report.check(
        Reading.value(kubevirt.get("helmValues")),
        text ->
            YamlText.read(text)
                .problem()
                .filter(p -> !text.isBlank())
                .ifPresent(
                    p ->
                        report.add(
                            ObjectCatalogue.HELM_VALUES,
                            kubevirt.get("helmValues").written(),
                            "The text " + p + ".")));
  }

  private void nodeTypes() {
    var types = kubeVirt.get("nodeTypes");
    if (types.isOpen()) {
      report.notChecked(types.path(), "known after apply");
    } else if (types.items().isEmpty()) {
      report.add(ObjectCatalogue.NODE_TYPES, types.path(), "nodeTypes is empty.");
    }
    var names = new HashSet<String>();
    for (var type : types.items()) {
      var name = type.get("name");
      Reading.text(name)
          .filter(n -> !names.add(n))
          .ifPresent(
              n ->
                  report.add(
                      ObjectCatalogue.NODE_TYPES,
                      name.written(),
                      "Two node types are called " + name.shown() + "."));
      TypeRules.check(type, release, report);
    }
  }
}
