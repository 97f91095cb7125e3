package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.HostBridge;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A bridge on nodes over a network card, a bond or a VLAN, as one policy for nmstate per group of
 * nodes. Such policies exist only where {@link NMState} does: let it depend on that, when the same
 * program makes it.
 *
 * <p>With a bad input nothing is registered below it, every error is reported on it, and the
 * program fails after its other components were checked, too.
 *
 * <pre>{@code
 * var br1 = new BridgeNetwork("br1", BridgeNetworkArgs.builder()
 *     .uplink(UplinkArgs.builder().nic("ens4").build())
 *     .nodeSelector(Map.of("node-role.kubernetes.io/worker", ""))
 *     .build());
 * }</pre>
 */
public final class BridgeNetwork extends ComponentResource {
  private final Output<HostBridge> bridge;

  public BridgeNetwork(String name, BridgeNetworkArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public BridgeNetwork(String name, BridgeNetworkArgs args, ComponentResourceOptions options) {
    super(Blueprints.BRIDGE_NETWORK.type(), name, options);
    var construction = Construction.of(this, Blueprints.BRIDGE_NETWORK, name, args, options);
    this.bridge = construction.output("bridge", HostBridge::of);
    registerOutputs(Map.of("bridge", bridge));
  }

  /** The bridge, for the attachments that join it; known in a preview. */
  public Output<HostBridge> bridge() {
    return bridge;
  }
}
