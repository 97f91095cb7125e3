package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.Attachment;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A network that virtual machines attach to, as one NetworkAttachmentDefinition per namespace.
 *
 * <pre>{@code
 * var lan = new NetworkAttachment("vm-lan", NetworkAttachmentArgs.builder()
 *     .namespace("vms")
 *     .linuxBridge(LinuxBridgeArgs.builder().bridge(br1.bridge()).vlan(100).build())
 *     .build());
 * }</pre>
 */
public final class NetworkAttachment extends ComponentResource {
  private final Output<Attachment> attachment;

  public NetworkAttachment(String name, NetworkAttachmentArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public NetworkAttachment(
      String name, NetworkAttachmentArgs args, ComponentResourceOptions options) {
    super(Blueprints.NETWORK_ATTACHMENT.type(), name, options);
    var construction = Construction.of(this, Blueprints.NETWORK_ATTACHMENT, name, args, options);
    this.attachment = construction.output("attachment", Attachment::of);
    registerOutputs(Map.of("attachment", attachment));
  }

  /** The attachment, for the node types that join it; known in a preview. */
  public Output<Attachment> attachment() {
    return attachment;
  }
}
