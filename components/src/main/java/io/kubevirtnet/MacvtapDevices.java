package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.Attachment;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * The interfaces of the nodes that macvtap devices are made on, and an attachment to one of them.
 *
 * <pre>{@code
 * var dataplane = new MacvtapDevices("dataplane", MacvtapDevicesArgs.builder()
 *     .namespace("vms")
 *     .devices(MacvtapDeviceArgs.builder().name("dataplane").lowerDevice("ens5").build())
 *     .build());
 * }</pre>
 */
public final class MacvtapDevices extends ComponentResource {
  private final Output<Attachment> attachment;

  public MacvtapDevices(String name, MacvtapDevicesArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public MacvtapDevices(String name, MacvtapDevicesArgs args, ComponentResourceOptions options) {
    super(Blueprints.MACVTAP_DEVICES.type(), name, options);
    var construction = Construction.of(this, Blueprints.MACVTAP_DEVICES, name, args, options);
    this.attachment = construction.output("attachment", Attachment::of);
    registerOutputs(Map.of("attachment", attachment));
  }

  /** The attachment, for the machines that join it; known in a preview. */
  public Output<Attachment> attachment() {
    return attachment;
  }
}
