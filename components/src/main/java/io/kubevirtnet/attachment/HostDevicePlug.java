package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.spec.HostDeviceSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;

/** An interface that is taken from the node, by the plugin {@code host-device}. */
record HostDevicePlug(Value<HostDeviceSpec> spec) implements Plug {
  @Override
  public AttachmentKind kind() {
    return AttachmentKind.HostDevice;
  }

  @Override
  public PropertyPath path() {
    return spec.path();
  }

  @Override
  public Value<String> type() {
    return Value.known(path(), "host-device");
  }

  @Override
  public Wording keys(Frame frame) {
    return Wording.of("device", spec.flatMap(HostDeviceSpec::device))
        .with("hwaddr", spec.flatMap(HostDeviceSpec::hwaddr))
        .with("kernelpath", spec.flatMap(HostDeviceSpec::kernelPath))
        .with("pciBusID", spec.flatMap(HostDeviceSpec::pciBusId));
  }
}
