package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.Attachment;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A pool of virtual functions and an attachment to them, as objects of the operator of SR-IOV.
 *
 * <pre>{@code
 * var fast = new SriovNetwork("fast", SriovNetworkArgs.builder()
 *     .namespace("vms")
 *     .device(SriovDeviceArgs.builder().vendor("8086").pfNames("ens1f0").vfs(8).build())
 *     .vlan(200)
 *     .build());
 * }</pre>
 */
public final class SriovNetwork extends ComponentResource {
  private final Output<Attachment> attachment;

  public SriovNetwork(String name, SriovNetworkArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public SriovNetwork(String name, SriovNetworkArgs args, ComponentResourceOptions options) {
    super(Blueprints.SRIOV_NETWORK.type(), name, options);
    var construction = Construction.of(this, Blueprints.SRIOV_NETWORK, name, args, options);
    this.attachment = construction.output("attachment", Attachment::of);
    registerOutputs(Map.of("attachment", attachment));
  }

  /** The attachment, for the machines that join it; known in a preview. */
  public Output<Attachment> attachment() {
    return attachment;
  }
}
