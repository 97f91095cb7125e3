package io.kubevirtnet.across;

import io.kubevirtnet.across.NetworkClaims.Kind;
import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.link.VlanTags;
import io.kubevirtnet.spec.HostBridgeSpec;
import io.kubevirtnet.spec.VlanRangeSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a bridge gives to those who plug into it, as far as it is known.
 *
 * @param name for comparing
 * @param shown for messages
 * @param mtu the smallest of the bridge and its ports
 * @param vlans nothing where a filter is not known yet, or where the bridge leads nowhere
 * @param taggedBelow the VLAN interface that is its port
 * @param addresses IPv4 that the node itself has on it, "DHCP" for one that only the node knows
 * @param path where its author named it
 */
record BridgeOffer(
    String name,
    String shown,
    Optional<Kind> kind,
    OptionalLong mtu,
    String mtuShown,
    Optional<Vlans> vlans,
    Optional<String> taggedBelow,
    List<String> addresses,
    PropertyPath path) {
  static final String DHCP = "DHCP";

  /**
   * What gets out of a bridge.
   *
   * @param tagged VLANs that one may ask for
   * @param untagged whether one gets out who asks for none
   */
  record Vlans(BitSet tagged, boolean untagged) {
    String shown() {
      return tagged.isEmpty() ? "none: it has no VLAN filter" : VlanSet.shown(tagged);
    }
  }

  /** The typed output of a BridgeNetwork, of this program or another one. */
  static BridgeOffer of(HostBridgeSpec bridge) {
    return new BridgeOffer(
        bridge.name().known().orElse(""),
        bridge.name().shown(),
        bridge.kind().known().map(BridgeOffer::kind),
        bridge.mtu().known().map(m -> OptionalLong.of(m)).orElse(OptionalLong.empty()),
        bridge.mtu().shown(),
        bridge
            .vlans()
            .known()
            .map(v -> new Vlans(tagged(v), bridge.untagged().known().orElse(true))),
        Optional.empty(),
        List.of(),
        bridge.path());
  }

  private static Kind kind(BridgeKind kind) {
    return switch (kind) {
      case LinuxBridge -> Kind.LINUX_BRIDGE;
      case OvsBridge -> Kind.OVS_BRIDGE;
    };
  }

  /** A range with an end that is not known yet may hold anything. */
  private static BitSet tagged(List<Value<VlanRangeSpec>> ranges) {
    var tagged = new BitSet();
    for (var range : ranges) {
      var min = range.flatMap(VlanRangeSpec::min);
      var max = range.flatMap(VlanRangeSpec::max);
      if (min.isUnknown() || max.isUnknown()) {
        return VlanTags.between(VlanId.MIN, VlanId.MAX);
      }
      min.ifBothKnown(max, (first, last) -> VlanSet.add(tagged, first, last));
    }
    return tagged;
  }

  boolean isOvs() {
    return kind.filter(k -> k == Kind.OVS_BRIDGE).isPresent();
  }

  String kindShown() {
    return isOvs() ? BridgeKind.OvsBridge.wire() : BridgeKind.LinuxBridge.wire();
  }
}
