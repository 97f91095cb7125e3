package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.spec.MacvtapSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;

/** A tap device on an interface of the node, by the plugin {@code macvtap}. */
record MacvtapPlug(
    PropertyPath path,
    Value<String> device,
    Value<Integer> mtu,
    Value<Boolean> promiscMode,
    Value<Integer> owner,
    Value<Integer> group)
    implements Plug {
  /** What the device plugin puts before the names of its devices. */
  static final String RESOURCES = "macvtap.network.kubevirt.io/";

  static MacvtapPlug of(Value<MacvtapSpec> spec) {
    return new MacvtapPlug(
        spec.path(),
        spec.flatMap(MacvtapSpec::device),
        spec.flatMap(MacvtapSpec::mtu),
        spec.flatMap(MacvtapSpec::promiscMode),
        spec.flatMap(MacvtapSpec::owner),
        spec.flatMap(MacvtapSpec::group));
  }

  /** The plain attachment to a device. */
  static MacvtapPlug of(Value<String> device, Value<Integer> mtu) {
    var none = PropertyPath.ROOT;
    return new MacvtapPlug(
        device.path(),
        device,
        mtu,
        new Value.Absent<>(none),
        new Value.Absent<>(none),
        new Value.Absent<>(none));
  }

  @Override
  public AttachmentKind kind() {
    return AttachmentKind.Macvtap;
  }

  @Override
  public Value<String> type() {
    return Value.known(path, "macvtap");
  }

  @Override
  public Wording keys(Frame frame) {
    return Wording.of("mtu", mtu)
        .withOn("promiscMode", promiscMode)
        .with("owner", owner)
        .with("group", group);
  }

  @Override
  public Value<String> resource() {
    return device.map(d -> RESOURCES + d);
  }
}
