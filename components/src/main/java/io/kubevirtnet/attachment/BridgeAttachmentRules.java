package io.kubevirtnet.attachment;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Mtu;
import io.kubevirtnet.link.VlanId;
import java.util.Set;

/** The rules for one attachment to a Linux bridge. */
public final class BridgeAttachmentRules {
  private static final Set<String> CLUSTER_BRIDGES = Set.of("br-ex", "br-int", "cni0");

  private final BridgeAttachment attachment;
  private final Report report;

  private BridgeAttachmentRules(BridgeAttachment attachment, Report report) {
    this.attachment = attachment;
    this.report = report;
  }

  public static void check(BridgeAttachment attachment, Report report) {
    var rules = new BridgeAttachmentRules(attachment, report);
    rules.name();
    rules.bridge();
    rules.vlan();
    rules.mtu();
    rules.macSpoofCheck();
  }

  private void name() {
    report.require(
        attachment.name(),
        name -> KubernetesName.isLabel(name) && !name.startsWith("0"),
        AttachmentCatalogue.NAME,
        "\"" + attachment.name().shown() + "\" is not a name for an attachment.",
        "Set name to " + KubernetesName.proposal(attachment.name()));
  }

  private void bridge() {
    report.refuse(attachment.bridgeName(), InterfaceName::problem, AttachmentCatalogue.BRIDGE_NAME);
    report.require(
        attachment.bridgeName(),
        name -> !CLUSTER_BRIDGES.contains(name),
        AttachmentCatalogue.FOREIGN_BRIDGE,
        attachment.bridgeName().shown() + " belongs to the cluster's own network.");
    if (attachment.bridge().isAbsent()) {
      attachment
          .bridgeName()
          .ifKnown(
              name ->
                  report.notChecked(
                      attachment.bridgeName().path(),
                      "bridge " + attachment.bridgeName().shown() + " is not managed here"));
    }
  }

  private void vlan() {
    report.check(
        attachment.vlan(),
        vlan -> {
          if (!VlanId.isValid(vlan)) {
            var finding =
                Finding.of(
                    AttachmentCatalogue.VLAN,
                    attachment.vlan().path(),
                    attachment.vlan().shown() + " is not a VLAN id.",
                    AttachmentCatalogue.VLAN.fix());
            report.add(vlan == 0 ? finding : finding.inWordsOf(pluginOnVlan(vlan)));
          }
        });
  }

  /** The plugin itself takes 0 for "none". */
  private Upstream pluginOnVlan(int vlan) {
    return new Upstream(
        "CNI bridge",
        "Error",
        "vlan",
        "invalid VLAN ID "
            + (attachment.vlan().marks().secret() ? attachment.vlan().shown() : vlan)
            + " (must be between 0 and 4094)");
  }

  private void mtu() {
    report.require(
        attachment.mtu(),
        Mtu::isValid,
        AttachmentCatalogue.MTU,
        attachment.mtu().shown() + " is not an MTU.");
  }

  private void macSpoofCheck() {
    attachment
        .macSpoofCheck()
        .known()
        .filter(on -> on)
        .ifPresent(
            on ->
                report.notChecked(
                    attachment.macSpoofCheck().path(), "needs the program nft on the nodes"));
  }
}
