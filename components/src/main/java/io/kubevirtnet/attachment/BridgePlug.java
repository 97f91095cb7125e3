package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.enums.BridgePlugin;
import io.kubevirtnet.spec.LinuxBridgeSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;

/** A Linux bridge, by the plugin {@code bridge}. */
record BridgePlug(Value<LinuxBridgeSpec> spec) implements Plug {
  private static final String MARKER = "bridge.network.kubevirt.io/";

  @Override
  public AttachmentKind kind() {
    return AttachmentKind.LinuxBridge;
  }

  @Override
  public PropertyPath path() {
    return spec.path();
  }

  @Override
  public Value<String> type() {
    return spec.flatMap(LinuxBridgeSpec::plugin).map(BridgePlugin::wire);
  }

  @Override
  public Wording keys(Frame frame) {
    return Wording.of("bridge", name())
        .withOn("disableContainerInterface", silentPod(frame.silentPod()))
        .with("vlan", vlan())
        .with("vlanTrunk", TrunkTags.of(trunk()))
        .withOn("preserveDefaultVlan", spec.flatMap(LinuxBridgeSpec::preserveDefaultVlan))
        .with("mtu", mtu())
        .withOn("macspoofchk", spec.flatMap(LinuxBridgeSpec::macSpoofCheck))
        .withOn("portIsolation", spec.flatMap(LinuxBridgeSpec::portIsolation))
        .withOn("isGateway", spec.flatMap(LinuxBridgeSpec::isGateway))
        .withOn("isDefaultGateway", spec.flatMap(LinuxBridgeSpec::isDefaultGateway))
        .withOn("forceAddress", spec.flatMap(LinuxBridgeSpec::forceAddress))
        .withOn("ipMasq", spec.flatMap(LinuxBridgeSpec::ipMasq))
        .with("ipMasqBackend", spec.flatMap(LinuxBridgeSpec::ipMasqBackend))
        .withOn("hairpinMode", spec.flatMap(LinuxBridgeSpec::hairpinMode))
        .withOn("promiscMode", spec.flatMap(LinuxBridgeSpec::promiscMode))
        .withOn("enabledad", spec.flatMap(LinuxBridgeSpec::enableDad));
  }

  /** It stands where its own input would, whatever it follows from. */
  private Value<Boolean> silentPod(Value<Boolean> otherwise) {
    var told = spec.flatMap(LinuxBridgeSpec::disableContainerInterface);
    return told.or(Value.known(told.path(), true).with(otherwise, (own, other) -> other));
  }

  @Override
  public Value<String> resource() {
    return Marker.of(spec.flatMap(LinuxBridgeSpec::nodeMarker), MARKER, name());
  }

  @Override
  public Optional<BridgeJoin> bridge() {
    return Optional.of(
        new BridgeJoin(
            spec.flatMap(LinuxBridgeSpec::bridge),
            name(),
            BridgeKind.LinuxBridge,
            vlan(),
            trunk(),
            mtu(),
            new Value.Absent<>(path())));
  }

  private Value<String> name() {
    return Plug.bridgeName(
        spec.flatMap(LinuxBridgeSpec::bridge), spec.flatMap(LinuxBridgeSpec::bridgeName));
  }

  @Override
  public Value<Integer> vlan() {
    return spec.flatMap(LinuxBridgeSpec::vlan);
  }

  @Override
  public Value<List<Value<String>>> trunk() {
    return spec.flatMap(LinuxBridgeSpec::trunk);
  }

  @Override
  public Value<Integer> mtu() {
    return spec.flatMap(LinuxBridgeSpec::mtu);
  }
}
