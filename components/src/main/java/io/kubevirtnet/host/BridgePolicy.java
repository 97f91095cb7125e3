package io.kubevirtnet.host;

import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.spec.BridgeNetworkSpec;
import io.kubevirtnet.spec.IpSpec;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Value;
import java.util.Map;
import java.util.Optional;

/** One Linux bridge over one network card on one group of nodes. */
public record BridgePolicy(
    Value<String> policyName,
    Value<String> bridgeName,
    Value<String> nic,
    Value<Map<String, Value<String>>> nodeSelector,
    Value<IpMode> ipv4,
    Value<IpMode> ipv6,
    Value<Integer> mtu,
    Value<String> maxUnavailable) {

  /** The policy that a resource of this name stands for, with every default in its place. */
  public static BridgePolicy of(BridgeNetworkSpec spec, String resourceName) {
    return new BridgePolicy(
        spec.policyName().orDefault(resourceName),
        spec.bridgeName().orDefault(resourceName),
        spec.uplink().flatMap(UplinkSpec::nic),
        spec.nodeSelector().orDefault(Map.of()),
        spec.ipv4().flatMap(IpSpec::mode).orDefault(IpMode.None),
        spec.ipv6().flatMap(IpSpec::mode).orDefault(IpMode.None),
        spec.mtu(),
        spec.maxUnavailable());
  }

  /** The nodes meant, when every label is known. */
  public Optional<NodeSelector> nodes() {
    return HostPolicy.nodes(nodeSelector);
  }
}
