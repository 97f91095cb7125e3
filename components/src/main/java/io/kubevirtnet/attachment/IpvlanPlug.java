package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.spec.IpvlanSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;

/** An address of its own on an interface of the node, by the plugin {@code ipvlan}. */
record IpvlanPlug(Value<IpvlanSpec> spec) implements Plug {
  @Override
  public AttachmentKind kind() {
    return AttachmentKind.Ipvlan;
  }

  @Override
  public PropertyPath path() {
    return spec.path();
  }

  @Override
  public Value<String> type() {
    return Value.known(path(), "ipvlan");
  }

  @Override
  public Wording keys(Frame frame) {
    return Wording.of("master", spec.flatMap(IpvlanSpec::master))
        .with("mode", spec.flatMap(IpvlanSpec::mode))
        .with("mtu", mtu())
        .withOn("linkInContainer", spec.flatMap(IpvlanSpec::linkInContainer));
  }

  @Override
  public Value<Integer> mtu() {
    return spec.flatMap(IpvlanSpec::mtu);
  }
}
