package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.spec.MacvlanSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;

/** A MAC address of its own on an interface of the node, by the plugin {@code macvlan}. */
record MacvlanPlug(Value<MacvlanSpec> spec) implements Plug {
  @Override
  public AttachmentKind kind() {
    return AttachmentKind.Macvlan;
  }

  @Override
  public PropertyPath path() {
    return spec.path();
  }

  @Override
  public Value<String> type() {
    return Value.known(path(), "macvlan");
  }

  @Override
  public Wording keys(Frame frame) {
    return Wording.of("master", spec.flatMap(MacvlanSpec::master))
        .with("mode", spec.flatMap(MacvlanSpec::mode))
        .with("mtu", mtu())
        .with("mac", spec.flatMap(MacvlanSpec::macAddress))
        .withOn("linkInContainer", spec.flatMap(MacvlanSpec::linkInContainer))
        .with("bcqueuelen", spec.flatMap(MacvlanSpec::broadcastQueueLength));
  }

  @Override
  public Value<Integer> mtu() {
    return spec.flatMap(MacvlanSpec::mtu);
  }
}
