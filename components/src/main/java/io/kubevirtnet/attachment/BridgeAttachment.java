package io.kubevirtnet.attachment;

import io.kubevirtnet.spec.HostBridgeSpec;
import io.kubevirtnet.spec.LinuxBridgeSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.value.Value;
import java.util.List;

/**
 * One Linux bridge network in some namespaces.
 *
 * @param bridge the bridge that it joins, when that is managed in a program
 * @param bridgeName name of the bridge, joined or not
 */
public record BridgeAttachment(
    Value<String> name,
    List<Value<String>> namespaces,
    Value<HostBridgeSpec> bridge,
    Value<String> bridgeName,
    Value<Integer> vlan,
    Value<Integer> mtu,
    Value<Boolean> macSpoofCheck) {

  public BridgeAttachment {
    namespaces = List.copyOf(namespaces);
  }

  /** The attachment that a resource of this name stands for, with every default in its place. */
  public static BridgeAttachment of(NetworkAttachmentSpec spec, String resourceName) {
    var bridge = spec.linuxBridge().flatMap(LinuxBridgeSpec::bridge);
    var named = spec.linuxBridge().flatMap(LinuxBridgeSpec::bridgeName);
    return new BridgeAttachment(
        spec.name().orDefault(resourceName),
        namespaces(spec),
        bridge,
        bridge.isGiven() ? bridge.flatMap(HostBridgeSpec::name) : named,
        spec.linuxBridge().flatMap(LinuxBridgeSpec::vlan),
        spec.linuxBridge().flatMap(LinuxBridgeSpec::mtu),
        spec.linuxBridge().flatMap(LinuxBridgeSpec::macSpoofCheck));
  }

  private static List<Value<String>> namespaces(NetworkAttachmentSpec spec) {
    return spec.namespace().isGiven()
        ? List.of(spec.namespace())
        : spec.namespaces().known().orElse(List.of());
  }
}
