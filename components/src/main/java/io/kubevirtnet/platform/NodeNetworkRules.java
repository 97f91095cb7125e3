package io.kubevirtnet.platform;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.InterfaceBinding;
import io.kubevirtnet.enums.IpamKind;
import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;

/** The rules for what the inputs say of the network that the platform injects. */
final class NodeNetworkRules {
  private static final List<String> BINDINGS =
      List.of(
          "bridge", "masquerade", "sriov", "slirp", "passt", "macvtap", "passtBinding", "binding");

  private final KubeVirtNodeTypeSpec spec;
  private final Report report;

  private NodeNetworkRules(KubeVirtNodeTypeSpec spec, Report report) {
    this.spec = spec;
    this.report = report;
  }

  static void check(KubeVirtNodeTypeSpec spec, Report report) {
    var rules = new NodeNetworkRules(spec, report);
    rules.podNetwork();
    rules.binding();
    rules.interfaceTemplate();
    rules.withoutEffect();
  }

  private void podNetwork() {
    boolean gone = podNetwork(PodNetworkChoice.None);
    if (gone && !NodeTypeExpander.isAttached(spec)) {
      report.add(
          PlatformCatalogue.NO_NETWORK,
          spec.podNetwork().path(),
          "There is neither the pod network nor an attachment.");
    }
    boolean first = spec.multusDefault().known().orElse(gone);
    if (first && podNetwork(PodNetworkChoice.Keep)) {
      report.add(
          PlatformCatalogue.MULTUS_DEFAULT,
          spec.multusDefault().path(),
          "The pod network is to stay.");
    }
    spec.attachment()
        .flatMap(AttachmentSpec::ipam)
        .known()
        .filter(ipam -> gone && first && ipam == IpamKind.None)
        .ifPresent(
            ipam ->
                report.add(
                    PlatformCatalogue.DEFAULT_WITHOUT_ADDRESS,
                    spec.podNetwork().path(),
                    attachmentShown() + " would be the default network."));
  }

  private boolean podNetwork(PodNetworkChoice choice) {
    return spec.podNetwork().known().filter(choice::equals).isPresent();
  }

  private void binding() {
    spec.binding()
        .ifBothKnown(
            spec.attachment().flatMap(AttachmentSpec::kind),
            (binding, kind) -> {
              boolean bySriov = binding == InterfaceBinding.Sriov;
              boolean isSriov = kind == AttachmentKind.Sriov;
              if (bySriov != isSriov && kind != AttachmentKind.Other) {
                report.add(
                    PlatformCatalogue.BINDING,
                    spec.binding().path(),
                    attachmentShown()
                        + (isSriov ? " is SR-IOV." : " is a " + kind.wire() + ", not SR-IOV."),
                    isSriov ? "Set binding to sriov." : PlatformCatalogue.BINDING.fix());
              }
            });
  }

  private void interfaceTemplate() {
    var template = spec.interfaceTemplate().known().orElse(Map.of());
    for (var name : template.keySet()) {
      if (BINDINGS.contains(name)) {
        report.add(
            PlatformCatalogue.BINDING_CHOICE,
            template.get(name).path(),
            "The template names a binding.",
            "Set binding, plugin or pluginName instead.");
      }
    }
  }

  private void withoutEffect() {
    if (NodeTypeExpander.isAttached(spec)) {
      return;
    }
    List.<Value<?>>of(
            spec.multusDefault(),
            spec.binding(),
            spec.plugin(),
            spec.pluginName(),
            spec.interfaceTemplate())
        .forEach(this::withoutEffect);
  }

  private void withoutEffect(Value<?> input) {
    if (input.isGiven()) {
      report.add(
          PlatformCatalogue.NO_EFFECT,
          input.path(),
          input.path() + " is set without an attachment.");
    }
  }

  private String attachmentShown() {
    return spec.attachment().flatMap(AttachmentSpec::name).shown();
  }
}
