package io.kubevirtnet.netris;

import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.enums.PortVlanMode;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.BridgeNetworkSpec;
import io.kubevirtnet.spec.NetrisNetworkSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;

/** The bridge on the nodes that the V-Net comes out of, and who makes it. */
public record NetrisBridge(NetrisInputs inputs, String resourceName) {
  private static final String OF_TRUNK = "br-";
  private static final String OF_NETRIS = "nbr-";

  /** Unknown, too, where the facts lack what it is named by; the rules say so. */
  public Value<String> name() {
    var spec = inputs.spec();
    var name = name(spec, inputs.facts());
    return name.isAbsent() ? Value.unknown(spec.bridgeName().path()) : name;
  }

  /** What these facts name it; absent where they lack it. */
  static Value<String> name(NetrisNetworkSpec spec, ServerClusterFacts facts) {
    return spec.hostModel().known().filter(m -> m == HostModel.EvpnOnHost).isPresent()
        ? facts.vxlan().map(id -> OF_NETRIS + id)
        : spec.bridgeName().or(facts.vlan().map(id -> OF_TRUNK + id));
  }

  /** The bridge as a BridgeNetwork; nothing where somebody else makes it. */
  public Optional<BridgeNetworkSpec> made() {
    return inputs.spec().uplink().isGiven() && !inputs.is(HostModel.EvpnOnHost)
        ? Optional.of(
            SpecReader.read(tree(), PropertyPath.ROOT, new Report(), BridgeNetworkSpec::read))
        : Optional.empty();
  }

  private Fields tree() {
    var spec = inputs.spec();
    return Tree.of("policyName", DnsName.of(spec.name(), resourceName))
        .with("bridgeName", name())
        .with("nodeSelector", spec.nodeSelector())
        .with("uplink", spec.uplink().map(this::uplink))
        .with("mtu", spec.mtu())
        .with("maxUnavailable", spec.maxUnavailable())
        .with("rollout", spec.rollout())
        .with("managementInterface", spec.managementInterface())
        .with("teardown", spec.teardown())
        .with("consumers", spec.consumers())
        .with("leftBehind", spec.leftBehind())
        .with("suppress", spec.suppress());
  }

  /** The VLAN interface takes the tag off, so that the bridge needs no filter. */
  private Fields uplink(UplinkSpec uplink) {
    var tree = ((Fields) uplink.tree()).with("vlanId", inputs.facts().vlan());
    return uplink.vlan().isGiven() ? tree : tree.with("vlan", Tree.of("mode", PortVlanMode.None));
  }

  /** Where the inputs of the BridgeNetwork are said here, as far as they have other names. */
  public Places places() {
    return Places.EMPTY
        .at(new PropertyPath("policyName"), inputs.spec().name().path())
        .at(new PropertyPath("desiredState"), inputs.spec().uplink().path())
        .at(new PropertyPath("uplink.vlanId"), inputs.facts().vlan().path());
  }

  /** What attachments may join, of a bridge that somebody else makes for the V-Net. */
  public Fields foreign() {
    return Tree.of("name", name())
        .with("kind", BridgeKind.LinuxBridge)
        .with("mtu", inputs.spec().mtu())
        .with("vlans", List.of())
        .with("untagged", true)
        .with("localnets", List.of())
        .with("nodes", List.of());
  }
}
