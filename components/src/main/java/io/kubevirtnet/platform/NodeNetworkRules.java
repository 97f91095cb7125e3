package io.kubevirtnet.platform;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.InterfaceBinding;
import io.kubevirtnet.enums.IpamKind;
import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.GuestAddressesSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.value.Value;
import java.util.Arrays;

/** The rules for what the injected {@code multus} network does to a machine. */
final class NodeNetworkRules {
  private final KubeVirtNodeTypeSpec spec;
  private final Report report;
  private final boolean attached;
  private final boolean podNetworkGone;

  private NodeNetworkRules(KubeVirtNodeTypeSpec spec, Report report) {
    this.spec = spec;
    this.report = report;
    this.attached = spec.attachment().isGiven() || spec.attachmentName().isGiven();
    this.podNetworkGone =
        spec.podNetwork().known().filter(c -> c == PodNetworkChoice.None).isPresent();
  }

  static void check(KubeVirtNodeTypeSpec spec, Report report) {
    var rules = new NodeNetworkRules(spec, report);
    rules.attachment();
    rules.attachmentName();
    rules.podNetwork();
    rules.binding();
    rules.withoutEffect();
    rules.defaultRoutes();
  }

  private void attachment() {
    if (spec.attachment().isGiven() && spec.attachmentName().isGiven()) {
      report.add(
          PlatformCatalogue.ATTACHMENT_CHOICE,
          spec.attachmentName().path(),
          "attachment and attachmentName are both set.");
    }
  }

  private void attachmentName() {
    report.check(
        spec.attachmentName(),
        text -> {
          var parts = text.split("/", -1);
          boolean labels = Arrays.stream(parts).allMatch(KubernetesName::isLabel);
          if (!labels || parts.length > 2) {
            report.add(
                PlatformCatalogue.ATTACHMENT_NAME,
                spec.attachmentName().path(),
                "\"" + spec.attachmentName().shown() + "\" is not a reference.");
          } else if (parts.length == 1 && podNetworkGone) {
            report.add(
                PlatformCatalogue.ATTACHMENT_NAME,
                spec.attachmentName().path(),
                "\""
                    + spec.attachmentName().shown()
                    + "\" has no namespace, but is the default network.");
          } else {
            report.notChecked(
                spec.attachmentName().path(),
                "attachment " + spec.attachmentName().shown() + " is not managed here");
          }
        });
  }

  private void podNetwork() {
    if (podNetworkGone && !attached) {
      report.add(
          PlatformCatalogue.NO_NETWORK,
          spec.podNetwork().path(),
          "There is neither the pod network nor an attachment.");
    }
    spec.attachment()
        .flatMap(AttachmentSpec::ipam)
        .known()
        .filter(ipam -> podNetworkGone && ipam == IpamKind.None)
        .ifPresent(
            ipam ->
                report.add(
                    PlatformCatalogue.DEFAULT_WITHOUT_ADDRESS,
                    spec.podNetwork().path(),
                    attachmentShown() + " would be the default network."));
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

  private void withoutEffect() {
    if (attached) {
      return;
    }
    withoutEffect(spec.binding());
    withoutEffect(spec.guestAddresses());
  }

  private void withoutEffect(Value<?> input) {
    if (input.isGiven()) {
      report.add(
          PlatformCatalogue.NO_EFFECT,
          input.path(),
          input.path() + " is set without an attachment.");
    }
  }

  private void defaultRoutes() {
    var gateway = spec.guestAddresses().flatMap(GuestAddressesSpec::gateway);
    if (attached && !podNetworkGone && gateway.isGiven()) {
      report.add(
          PlatformCatalogue.TWO_DEFAULT_ROUTES,
          gateway.path(),
          "The guest gets a default route over "
              + gateway.shown()
              + " beside that of the pod network.");
    }
  }

  private String attachmentShown() {
    return spec.attachment().flatMap(AttachmentSpec::name).shown();
  }
}
