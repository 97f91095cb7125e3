package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Mtu;
import io.kubevirtnet.spec.BandwidthSpec;
import io.kubevirtnet.spec.LinuxBridgeSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.spec.TuningSpec;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Set;

/**
 * The rules for one attachment: first those that only typed inputs can break, then all that hold
 * for its definitions, whoever wrote them.
 */
public final class AttachmentRules {
  private static final Set<String> CLUSTER_BRIDGES = Set.of("br-ex", "br-int", "cni0");

  private final DesiredAttachment attachment;
  private final Report report;

  private AttachmentRules(DesiredAttachment attachment, Report report) {
    this.attachment = attachment;
    this.report = report;
  }

  public static void check(
      NetworkAttachmentSpec spec, DesiredAttachment attachment, Report report) {
    Namespaces.check(spec.namespace(), spec.namespaces(), report);
    ChoiceRules.check(spec, attachment, report);
    RawPlug.check(spec.rawConfig(), report);
    ObjectRules.labels(spec.labels(), report);
    ObjectRules.annotations(spec.annotations(), report);
    ObjectRules.resource(spec.resourceName(), report);
    var rules = new AttachmentRules(attachment, report);
    rules.macSpoofCheck(spec.linuxBridge().flatMap(LinuxBridgeSpec::macSpoofCheck));
    rules.all();
  }

  /** The rules for an attachment that another component makes. */
  static void check(DesiredAttachment attachment, Report report) {
    ChoiceRules.ipam(attachment.chain().ipam(), report);
    new AttachmentRules(attachment, report).all();
  }

  private void all() {
    name();
    attachment.plug().filter(p -> p.kind() != AttachmentKind.Other).ifPresent(this::plug);
    chain();
    attachment.bridge().ifPresent(this::bridge);
    UserDefinedNetworkRules.check(attachment, report);
    DefinitionChecks.check(attachment, report);
  }

  private void name() {
    report.require(
        attachment.name(),
        name -> KubernetesName.isLabel(name) && !name.startsWith("0"),
        AttachmentCatalogue.NAME,
        "\"" + attachment.name().shown() + "\" is not a name for an attachment.",
        "Set name to " + KubernetesName.proposal(attachment.name()));
  }

  private void plug(Plug plug) {
    vlan(plug.vlan());
    mtu(plug.mtu());
    plug.trunk().ifKnown(tags -> tags.forEach(this::tag));
  }

  /** Plugins take 0 for none; an author who writes it means something. */
  private void vlan(Value<Integer> vlan) {
    report.require(
        vlan, id -> id != 0, AttachmentCatalogue.VLAN, vlan.shown() + " is not a VLAN id.");
  }

  private void tag(Value<String> tag) {
    report.require(
        tag,
        TrunkTags::isReadable,
        TypedCatalogue.TRUNK,
        "\"" + tag.shown() + "\" is neither an id nor a range.");
  }

  private void mtu(Value<Integer> mtu) {
    report.require(mtu, Mtu::isValid, AttachmentCatalogue.MTU, mtu.shown() + " is not an MTU.");
  }

  private void chain() {
    mtu(attachment.chain().tuning().flatMap(TuningSpec::mtu));
    var bandwidth = attachment.chain().bandwidth();
    for (var amount :
        List.of(
            bandwidth.flatMap(BandwidthSpec::ingressRate),
            bandwidth.flatMap(BandwidthSpec::ingressBurst),
            bandwidth.flatMap(BandwidthSpec::egressRate),
            bandwidth.flatMap(BandwidthSpec::egressBurst))) {
      report.require(
          amount,
          text -> BitCount.parse(text).isPresent(),
          TypedCatalogue.BANDWIDTH,
          "\"" + amount.shown() + "\" is not a number of bits.");
    }
  }

  private void bridge(BridgeJoin join) {
    report.refuse(join.name(), InterfaceName::problem, AttachmentCatalogue.BRIDGE_NAME);
    report.require(
        join.name(),
        name -> join.localnet().isGiven() || !CLUSTER_BRIDGES.contains(name),
        AttachmentCatalogue.FOREIGN_BRIDGE,
        join.name().shown() + " belongs to the cluster's own network.");
  }

  private void macSpoofCheck(Value<Boolean> check) {
    check
        .known()
        .filter(on -> on)
        .ifPresent(on -> report.notChecked(check.path(), "needs the program nft on the nodes"));
  }
}
