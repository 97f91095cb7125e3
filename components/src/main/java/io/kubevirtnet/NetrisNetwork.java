package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.Attachment;
import io.kubevirtnet.outputs.HostBridge;
import io.kubevirtnet.outputs.NetrisFacts;
import io.kubevirtnet.outputs.NetrisVclusterValues;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;
import java.util.Optional;

/**
 * The network of a server cluster of Netris for virtual machines. Netris itself is only read.
 *
 * <pre>{@code
 * var net = new NetrisNetwork("tenant-a", NetrisNetworkArgs.builder()
 *     .serverCluster("tenant-a")
 *     .controller(NetrisControllerArgs.builder().url("https://netris.example.com").username("svc")
 *         .password(config.requireSecret("netris")).build())
 *     .hostModel(HostModel.Trunk).uplink(UplinkArgs.builder().nic("bond0").build())
 *     .namespace("vms")
 *     .build());
 * }</pre>
 */
public final class NetrisNetwork extends ComponentResource {
  private final Output<Attachment> attachment;
  private final Output<HostBridge> bridge;
  private final Output<Map<String, String>> nodeTypeProperties;
  private final Output<NetrisFacts> facts;
  private final Output<String> vnet;
  private final Output<String> gateway;
  private final Output<String> subnet;
  private final Output<Optional<Integer>> vlan;
  private final Output<Optional<Integer>> vxlan;
  private final Output<Optional<NetrisVclusterValues>> vclusterValues;

  public NetrisNetwork(String name, NetrisNetworkArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public NetrisNetwork(String name, NetrisNetworkArgs args, ComponentResourceOptions options) {
    super(Blueprints.NETRIS_NETWORK.type(), name, options);
    var construction = Construction.of(this, Blueprints.NETRIS_NETWORK, name, args, options);
    this.attachment = construction.output("attachment", Attachment::of);
    this.bridge = construction.output("bridge", HostBridge::of);
    this.nodeTypeProperties = construction.texts("nodeTypeProperties");
    this.facts = construction.output("facts", NetrisFacts::of);
    this.vnet = construction.text("vnet");
    this.gateway = construction.text("gateway");
    this.subnet = construction.text("subnet");
    this.vlan = construction.number("vlan");
    this.vxlan = construction.number("vxlan");
    this.vclusterValues = construction.object("vclusterValues", NetrisVclusterValues::of);
    registerOutputs(
        Map.ofEntries(
            Map.entry("attachment", attachment),
            Map.entry("bridge", bridge),
            Map.entry("nodeTypeProperties", nodeTypeProperties),
            Map.entry("facts", facts),
            Map.entry("vnet", vnet),
            Map.entry("gateway", gateway),
            Map.entry("subnet", subnet),
            Map.entry("vlan", vlan),
            Map.entry("vxlan", vxlan),
            Map.entry("vclusterValues", vclusterValues)));
  }

  /**
   * The attachment, for node types and virtual machines; known in a preview but for what follows
   * from facts that are not.
   */
  public Output<Attachment> attachment() {
    return attachment;
  }

  /** The bridge on the nodes. */
  public Output<HostBridge> bridge() {
    return bridge;
  }

  /**
   * Properties of the platform for machines on the V-Net, all but that of an attachment of our own:
   * they go together with {@link #attachment()}.
   */
  public Output<Map<String, String>> nodeTypeProperties() {
    return nodeTypeProperties;
  }

  /** The facts that it went by. */
  public Output<NetrisFacts> facts() {
    return facts;
  }

  /** Name of the V-Net. */
  public Output<String> vnet() {
    return vnet;
  }

  /** Address of the gateway. */
  public Output<String> gateway() {
    return gateway;
  }

  /** Network of the V-Net in CIDR notation. */
  public Output<String> subnet() {
    return subnet;
  }

  /** 802.1Q id of the V-Net, 1 to 4094; empty when it has none. */
  public Output<Optional<Integer>> vlan() {
    return vlan;
  }

  /** VXLAN id of the V-Net, 1 to 16777215; empty when it is not known. */
  public Output<Optional<Integer>> vxlan() {
    return vxlan;
  }

  /** Values for the virtual cluster's vcluster.yaml; empty without {@code kubeVip}. */
  public Output<Optional<NetrisVclusterValues>> vclusterValues() {
    return vclusterValues;
  }
}
