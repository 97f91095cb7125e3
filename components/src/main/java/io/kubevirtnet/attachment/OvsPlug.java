package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.spec.OvsBridgeSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;

/** A bridge of Open vSwitch, by the plugin {@code ovs}. */
record OvsPlug(Value<OvsBridgeSpec> spec) implements Plug {
  private static final String MARKER = "ovs-cni.network.kubevirt.io/";

  @Override
  public AttachmentKind kind() {
    return AttachmentKind.Ovs;
  }

  @Override
  public PropertyPath path() {
    return spec.path();
  }

  @Override
  public Value<String> type() {
    return Value.known(path(), "ovs");
  }

  @Override
  public Wording keys(Frame frame) {
    return Wording.of("bridge", name())
        .with("vlan", vlan())
        .with("trunk", TrunkTags.of(trunk()))
        .with("mtu", mtu())
        .with("ofport_request", spec.flatMap(OvsBridgeSpec::ofportRequest))
        .with("interface_type", spec.flatMap(OvsBridgeSpec::interfaceType))
        .with("configuration_path", spec.flatMap(OvsBridgeSpec::configurationPath))
        .with("socket_file", spec.flatMap(OvsBridgeSpec::socketFile))
        .with("link_state_check_retries", spec.flatMap(OvsBridgeSpec::linkStateCheckRetries))
        .with("link_state_check_interval", spec.flatMap(OvsBridgeSpec::linkStateCheckInterval));
  }

  @Override
  public Value<String> resource() {
    return Marker.of(spec.flatMap(OvsBridgeSpec::nodeMarker), MARKER, name());
  }

  @Override
  public Optional<BridgeJoin> bridge() {
    return Optional.of(
        new BridgeJoin(
            spec.flatMap(OvsBridgeSpec::bridge),
            name(),
            BridgeKind.OvsBridge,
            vlan(),
            trunk(),
            mtu(),
            new Value.Absent<>(path())));
  }

  private Value<String> name() {
    return Plug.bridgeName(
        spec.flatMap(OvsBridgeSpec::bridge), spec.flatMap(OvsBridgeSpec::bridgeName));
  }

  @Override
  public Value<Integer> vlan() {
    return spec.flatMap(OvsBridgeSpec::vlan);
  }

  @Override
  public Value<List<Value<String>>> trunk() {
    return spec.flatMap(OvsBridgeSpec::trunk);
  }

  @Override
  public Value<Integer> mtu() {
    return spec.flatMap(OvsBridgeSpec::mtu);
  }
}
