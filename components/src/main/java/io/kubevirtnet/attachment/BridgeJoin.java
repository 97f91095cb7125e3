package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.spec.HostBridgeSpec;
import io.kubevirtnet.value.Value;
import java.util.List;

/**
 * What an attachment asks of a bridge on the nodes.
 *
 * @param bridge the bridge that it joins, when that is managed in a program
 * @param name name of the bridge, joined or not; absent for a localnet whose bridge nobody tells
 * @param kind what the bridge must be made of
 * @param vlan the access VLAN
 * @param trunk VLANs that pass with their tag, ids and ranges {@code first-last}
 * @param localnet the physical network that must be mapped to it; absent without OVN
 */
public record BridgeJoin(
    Value<HostBridgeSpec> bridge,
    Value<String> name,
    BridgeKind kind,
    Value<Integer> vlan,
    Value<List<Value<String>>> trunk,
    Value<Integer> mtu,
    Value<String> localnet) {

  /** A Linux bridge that no resource of the program makes. */
  boolean isNamed() {
    return kind == BridgeKind.LinuxBridge
        && bridge.isAbsent()
        && name.known().isPresent()
        && name.marks().origins().isEmpty();
  }
}
