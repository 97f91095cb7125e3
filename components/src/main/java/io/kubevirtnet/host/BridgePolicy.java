package io.kubevirtnet.host;

import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.spec.BridgeNetworkSpec;
import io.kubevirtnet.spec.IpSpec;
import io.kubevirtnet.spec.NodeGroupSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One bridge on one group of nodes: what the group says, else what the resource says. */
public record BridgePolicy(
    BridgeNetworkSpec spec, Optional<NodeGroupSpec> group, String resourceName) {

  /** One per group of nodes; one for all nodes where there are no groups. */
  public static List<BridgePolicy> all(BridgeNetworkSpec spec, String resourceName) {
    return spec.nodeGroups()
        .known()
        .filter(groups -> !groups.isEmpty())
        .map(
            groups ->
                groups.stream()
                    .flatMap(g -> g.known().stream())
                    .map(g -> new BridgePolicy(spec, Optional.of(g), resourceName))
                    .toList())
        .orElseGet(() -> List.of(new BridgePolicy(spec, Optional.empty(), resourceName)));
  }

  /** Pulumi name of the policy; the names of groups are plain. */
  public String childName() {
    return group.map(g -> resourceName + "-" + g.name().known().orElse("")).orElse(resourceName);
  }

  Value<String> policyName() {
    var name = spec.policyName().orDefault(resourceName);
    return group.map(g -> g.name().<String, String>with(name, (n, p) -> p + "-" + n)).orElse(name);
  }

  Value<String> bridgeName() {
    return spec.bridgeName().orDefault(resourceName);
  }

  BridgeKind kind() {
    return spec.kind().known().orElse(BridgeKind.LinuxBridge);
  }

  boolean isOvs() {
    return kind() == BridgeKind.OvsBridge;
  }

  Value<Map<String, Value<String>>> nodeSelector() {
    return group.map(NodeGroupSpec::nodeSelector).orElse(spec.nodeSelector()).orDefault(Map.of());
  }

  Optional<NodeSelector> nodes() {
    return HostPolicy.nodes(nodeSelector());
  }

  Uplink uplink() {
    return new Uplink(group.map(g -> g.uplink().or(spec.uplink())).orElse(spec.uplink()));
  }

  Value<IpSpec> ipv4() {
    return group.map(g -> g.ipv4().or(spec.ipv4())).orElse(spec.ipv4());
  }

  Value<IpSpec> ipv6() {
    return group.map(g -> g.ipv6().or(spec.ipv6())).orElse(spec.ipv6());
  }

  Value<Integer> mtu() {
    return group.map(g -> g.mtu().or(spec.mtu())).orElse(spec.mtu());
  }

  /** What the author wrote; {@link Takeover} may bring another one. */
  Value<String> macAddress() {
    return group.map(g -> g.macAddress().or(spec.macAddress())).orElse(spec.macAddress());
  }

  Takeover takeover() {
    return new Takeover(this);
  }

  PropertyPath path() {
    return group.map(NodeGroupSpec::path).orElse(spec.path());
  }
}
