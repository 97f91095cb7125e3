package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.CniLogLevel;
import io.kubevirtnet.enums.VfLinkState;
import io.kubevirtnet.enums.VlanProtocol;
import io.kubevirtnet.spec.SriovAttachmentSpec;
import io.kubevirtnet.spec.SriovNetworkSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;

/** A virtual function of a network card, by the plugin {@code sriov}. */
record SriovPlug(
    PropertyPath path,
    Value<Integer> vlan,
    Value<Integer> vlanQos,
    Value<VlanProtocol> vlanProtocol,
    Value<Integer> mtu,
    Value<String> macAddress,
    Value<Boolean> spoofCheck,
    Value<Boolean> trust,
    Value<VfLinkState> linkState,
    Value<Integer> minTxRate,
    Value<Integer> maxTxRate,
    Value<CniLogLevel> logLevel,
    Value<String> logFile)
    implements Plug {

  static SriovPlug of(Value<SriovAttachmentSpec> spec) {
    return new SriovPlug(
        spec.path(),
        spec.flatMap(SriovAttachmentSpec::vlan),
        spec.flatMap(SriovAttachmentSpec::vlanQos),
        spec.flatMap(SriovAttachmentSpec::vlanProtocol),
        spec.flatMap(SriovAttachmentSpec::mtu),
        spec.flatMap(SriovAttachmentSpec::macAddress),
        spec.flatMap(SriovAttachmentSpec::spoofCheck),
        spec.flatMap(SriovAttachmentSpec::trust),
        spec.flatMap(SriovAttachmentSpec::linkState),
        spec.flatMap(SriovAttachmentSpec::minTxRate),
        spec.flatMap(SriovAttachmentSpec::maxTxRate),
        spec.flatMap(SriovAttachmentSpec::logLevel),
        spec.flatMap(SriovAttachmentSpec::logFile));
  }

  /** What the operator makes of its own object. */
  static SriovPlug of(SriovNetworkSpec spec) {
    return new SriovPlug(
        spec.path(),
        spec.vlan(),
        spec.vlanQos(),
        spec.vlanProtocol(),
        new Value.Absent<>(spec.path()),
        new Value.Absent<>(spec.path()),
        spec.spoofCheck(),
        spec.trust(),
        spec.linkState(),
        spec.minTxRate(),
        spec.maxTxRate(),
        spec.logLevel(),
        spec.logFile());
  }

  @Override
  public AttachmentKind kind() {
    return AttachmentKind.Sriov;
  }

  @Override
  public Value<String> type() {
    return Value.known(path, "sriov");
  }

  @Override
  public Wording keys(Frame frame) {
    return Wording.of("vlan", vlan)
        .with("vlanQoS", vlanQos)
        .with("vlanProto", vlanProtocol)
        .with("mtu", mtu)
        .with("mac", macAddress)
        .with("spoofchk", onOff(spoofCheck))
        .with("trust", onOff(trust))
        .with("link_state", linkState)
        .with("min_tx_rate", minTxRate)
        .with("max_tx_rate", maxTxRate)
        .with("logLevel", logLevel)
        .with("logFile", logFile);
  }

  static Value<String> onOff(Value<Boolean> flag) {
    return flag.map(on -> on ? "on" : "off");
  }
}
