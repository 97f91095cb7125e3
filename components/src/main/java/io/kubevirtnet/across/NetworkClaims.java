package io.kubevirtnet.across;

import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.value.Part;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one network definition asks of the nodes and of the other definitions.
 *
 * @param plugin the one that makes the interface: the only one, or the first of a list
 * @param annotations of the object
 */
record NetworkClaims(Definition definition, Part plugin, Part annotations) {
  static final String RESOURCE_NAME = "k8s.v1.cni.cncf.io/resourceName";

  /** Where Multus and the nodes find the network that is meant. */
  enum Kind {
    LINUX_BRIDGE,
    OVS_BRIDGE,
    OVN,
    OTHER
  }

  private static final Set<String> LINUX_BRIDGES = Set.of("bridge", "cnv-bridge");
  private static final String DEFAULT_BRIDGE = "cni0";

  static NetworkClaims of(Definition definition) {
    var config = Part.of(definition.path(), definition.config());
    var plugins = config.get("plugins").items();
    boolean single = config.get("type").text().filter(t -> !t.isEmpty()).isPresent();
    return new NetworkClaims(
        definition,
        single || plugins.isEmpty() ? config : plugins.get(0),
        Part.of(definition.path(), definition.annotations()));
  }

  Kind kind() {
    var type = type();
    if (LINUX_BRIDGES.contains(type)) {
      return Kind.LINUX_BRIDGE;
    }
    return type.equals("ovs")
        ? Kind.OVS_BRIDGE
        : type.equals("ovn-k8s-cni-overlay") ? Kind.OVN : Kind.OTHER;
  }

  String type() {
    return plugin.get("type").text().orElse("");
  }

  boolean joinsBridge() {
    return kind() == Kind.LINUX_BRIDGE || kind() == Kind.OVS_BRIDGE;
  }

  /** The bridge of the node that it plugs into, when that is known. */
  Optional<String> bridge() {
    if (!joinsBridge() || bridgePart().isOpen()) {
      return Optional.empty();
    }
    var written = bridgePart().text().filter(b -> !b.isEmpty());
    return kind() == Kind.LINUX_BRIDGE ? written.or(() -> Optional.of(DEFAULT_BRIDGE)) : written;
  }

  Part bridgePart() {
    return plugin.get("bridge");
  }

  String bridgeShown() {
    return bridgePart().isSet() ? bridgePart().shown() : DEFAULT_BRIDGE;
  }

  boolean isLocalnet() {
    return kind() == Kind.OVN && plugin.get("topology").is("localnet");
  }

  /** What the mapping to a bridge of the node must be called. */
  Part localnet() {
    var physical = plugin.get("physicalNetworkName");
    return physical.isSet() && !physical.is("") ? physical : cniName();
  }

  /** The name inside the config; Multus fills in that of the object where there is none. */
  Part cniName() {
    var config = Part.of(definition.path(), definition.config());
    var name = config.get("name");
    return name.isSet() && !name.is("")
        ? name
        : Part.of(definition.name().path(), definition.name().tree());
  }

  Part vlanPart() {
    return plugin.get(kind() == Kind.OVN ? "vlanID" : "vlan");
  }

  /** The VLAN that it is in without a trunk; nothing for none and for what is no VLAN. */
  Optional<Integer> vlan() {
    return vlanPart().number().filter(v -> v > 0 && v <= VlanId.MAX).map(Long::intValue);
  }

  Part trunkPart() {
    return plugin.get(kind() == Kind.OVS_BRIDGE ? "trunk" : "vlanTrunk");
  }

  /** Everything that it sends with a tag. */
  BitSet tags() {
    var tags = new BitSet();
    for (var entry : trunkPart().items()) {
      entry.get("id").number().ifPresent(id -> VlanSet.add(tags, id, id));
      entry
          .get("minID")
          .number()
          .ifPresent(
              min -> entry.get("maxID").number().ifPresent(max -> VlanSet.add(tags, min, max)));
    }
    return tags;
  }

  Part mtu() {
    return plugin.get("mtu");
  }

  Part ipam() {
    return plugin.get("ipam");
  }

  Optional<String> ipamType() {
    return ipam().get("type").text().filter(t -> !t.isEmpty());
  }

  /** Who attaches gets an address from here. */
  boolean givesAddresses() {
    return ipamType().isPresent()
        || kind() == Kind.OVN && plugin.get("subnets").text().filter(s -> !s.isBlank()).isPresent();
  }

  /** Nobody can tell yet whether it does. */
  boolean isOpen() {
    return plugin.isOpen() || ipam().isOpen() || plugin.get("subnets").isOpen();
  }

  boolean isGateway() {
    return plugin.get("isGateway").isTrue() || plugin.get("isDefaultGateway").isTrue();
  }

  Part gatewayPart() {
    return plugin.get("isGateway").isTrue()
        ? plugin.get("isGateway")
        : plugin.get("isDefaultGateway");
  }

  Part resourceName() {
    return annotations.get(RESOURCE_NAME);
  }

  /** Nobody can tell yet what they say. */
  boolean annotationsOpen() {
    return annotations.isOpen() || resourceName().isOpen();
  }

  String reference() {
    return definition.namespace().known().orElse("") + "/" + definition.name().known().orElse("");
  }

  String shownReference() {
    return definition.namespace().shown() + "/" + definition.name().shown();
  }

  /** The networks that machines meet each other on; nothing when that is not known. */
  Optional<List<String>> segment() {
    if (vlanPart().isOpen() || !tags().isEmpty()) {
      return Optional.empty();
    }
    var tag = String.valueOf(vlan().orElse(0));
    return switch (kind()) {
      case LINUX_BRIDGE, OVS_BRIDGE -> bridge().map(b -> List.of("bridge", b, tag));
      case OVN ->
          isLocalnet()
              ? localnet().text().map(l -> List.of("localnet", l, tag))
              : cniName().text().map(n -> List.of("ovn", n));
      case OTHER -> underlay();
    };
  }

  /** Of plugins that stand on a card of the node. */
  private Optional<List<String>> underlay() {
    var tag = plugin.get("vlanId").number().map(String::valueOf).orElse("0");
    return plugin.get("master").text().map(m -> List.of("master", m, tag));
  }
}
