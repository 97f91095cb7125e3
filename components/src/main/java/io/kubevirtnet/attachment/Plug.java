package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.enums.IpamKind;
import io.kubevirtnet.spec.HostBridgeSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an attachment plugs into: the closed choice of an author, each with its own CNI plugin. */
sealed interface Plug
    permits BridgePlug,
        OvsPlug,
        OvnPlug,
        SriovPlug,
        MacvtapPlug,
        MacvlanPlug,
        IpvlanPlug,
        HostDevicePlug,
        BindingPlug,
        RawPlug {

  AttachmentKind kind();

  /** The input that chose it. */
  PropertyPath path();

  /** {@code type} of the plugin. */
  Value<String> type();

  /** Its keys, in the order in which they are printed; without those that all plugins have. */
  Wording keys(Frame frame);

  /** The whole CNI config. */
  default Wording config(Frame frame) {
    return frame.around(Wording.of("type", type()).and(keys(frame)));
  }

  /** The input for a place in the config that came of it. */
  default PropertyPath input(Wording wording, String place) {
    return wording.input(place, path());
  }

  /** CNI name of the network, where it is not that of the attachment. */
  default Value<String> networkName() {
    return new Value.Absent<>(path());
  }

  /**
   * Who gives the addresses.
   *
   * @param typed what the inputs for it say, which are the same for all
   */
  default Value<IpamKind> ipam(Value<IpamKind> typed) {
    return typed;
  }

  /** Resource that a pod must ask for, as far as this choice itself says. */
  default Value<String> resource() {
    return new Value.Absent<>(path());
  }

  /** The bridge that it joins, where it is one. */
  default Optional<BridgeJoin> bridge() {
    return Optional.empty();
  }

  default Value<Integer> vlan() {
    return new Value.Absent<>(path());
  }

  default Value<List<Value<String>>> trunk() {
    return new Value.Absent<>(path());
  }

  default Value<Integer> mtu() {
    return new Value.Absent<>(path());
  }

  /** All that were chosen; more or less than one is an error of the author. */
  static List<Plug> chosen(NetworkAttachmentSpec spec) {
    return Stream.of(
            given(spec.linuxBridge()).<Plug>map(BridgePlug::new),
            given(spec.ovs()).<Plug>map(OvsPlug::new),
            given(spec.ovnLayer2()).<Plug>map(OvnPlug::layer2),
            given(spec.ovnLocalnet()).<Plug>map(OvnPlug::localnet),
            given(spec.sriov()).<Plug>map(SriovPlug::of),
            given(spec.macvtap()).<Plug>map(MacvtapPlug::of),
            given(spec.macvlan()).<Plug>map(MacvlanPlug::new),
            given(spec.ipvlan()).<Plug>map(IpvlanPlug::new),
            given(spec.hostDevice()).<Plug>map(HostDevicePlug::new),
            given(spec.raw()).<Plug>map(RawPlug::of),
            given(spec.rawConfig()).<Plug>map(RawPlug::ofText))
        .flatMap(Optional::stream)
        .toList();
  }

  private static <T> Optional<Value<T>> given(Value<T> input) {
    return input.isGiven() ? Optional.of(input) : Optional.empty();
  }

  /** The name of a bridge, joined or told; left open when the author did neither. */
  static Value<String> bridgeName(Value<HostBridgeSpec> bridge, Value<String> named) {
    if (bridge.isAbsent() && named.isAbsent()) {
      return new Value.Unknown<>(named.path(), Marks.NONE);
    }
    return bridge.isGiven() ? bridge.flatMap(HostBridgeSpec::name) : named;
  }
}
