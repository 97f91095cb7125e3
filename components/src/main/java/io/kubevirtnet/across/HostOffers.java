package io.kubevirtnet.across;

import io.kubevirtnet.across.BridgeOffer.Vlans;
import io.kubevirtnet.across.NetworkClaims.Kind;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.link.VlanTags;
import io.kubevirtnet.nmstate.HandlerDefaults;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a policy offers to network definitions on its nodes.
 *
 * @param bridges that it makes or keeps
 * @param mappings of OVN localnets to bridges
 */
record HostOffers(List<BridgeOffer> bridges, List<Mapping> mappings) {
  private static final Set<String> NOT_WANTED = Set.of("absent", "ignore", "down");
  private static final long DEFAULT_PVID = 1;

  /** A localnet, and the bridge that carries it. */
  record Mapping(Part localnet, String bridge) {}

  static HostOffers of(HostPolicy policy) {
    if (!(policy.desiredState() instanceof Fields desired)) {
      return new HostOffers(List.of(), List.of());
    }
    var state = Part.of(PropertyPath.ROOT.child("desiredState"), HandlerDefaults.apply(desired));
    var interfaces = state.get("interfaces").items().stream().filter(HostOffers::isWanted).toList();
    var bridges = new ArrayList<BridgeOffer>();
    for (var entry : interfaces) {
      kind(entry)
          .filter(k -> isPlain(entry.get("name")))
          .ifPresent(k -> bridges.add(bridge(entry, k, interfaces)));
    }
    var mappings =
        state.get("ovn", "bridge-mappings").items().stream()
            .filter(HostOffers::isWanted)
            .filter(m -> isPlain(m.get("localnet")))
            .map(m -> new Mapping(m.get("localnet"), m.get("bridge").text().orElse("")))
            .toList();
    return new HostOffers(List.copyOf(bridges), mappings);
  }

  Optional<BridgeOffer> bridge(String name) {
    return bridges.stream().filter(b -> b.name().equals(name)).findFirst();
  }

  Optional<Mapping> mapping(String localnet) {
    return mappings.stream().filter(m -> m.localnet().is(localnet)).findFirst();
  }

  private static boolean isWanted(Part entry) {
    return entry.get("state").text().filter(NOT_WANTED::contains).isEmpty();
  }

  /** Known here, not filled in on the node. */
  private static boolean isPlain(Part name) {
    return name.text().filter(t -> !t.contains("{{")).isPresent();
  }

  private static Optional<Kind> kind(Part entry) {
    return switch (entry.get("type").text().orElse("")) {
      case "linux-bridge" -> Optional.of(Kind.LINUX_BRIDGE);
      case "ovs-bridge" -> Optional.of(Kind.OVS_BRIDGE);
      default -> Optional.empty();
    };
  }

  private static BridgeOffer bridge(Part entry, Kind kind, List<Part> interfaces) {
    var name = entry.get("name");
    var ports = entry.get("bridge", "port").items();
    var below =
        ports.stream()
            .flatMap(p -> p.get("name").text().stream())
            .flatMap(port -> interfaces.stream().filter(i -> i.get("name").is(port)))
            .toList();
    var mtu = mtu(entry, below);
    return new BridgeOffer(
        name.text().orElse(""),
        name.shown(),
        Optional.of(kind),
        mtu,
        mtu.isPresent() ? String.valueOf(mtu.getAsLong()) : "",
        vlans(entry, kind, ports),
        below.stream()
            .filter(i -> i.get("type").is("vlan"))
            .map(i -> i.get("name").shown())
            .findFirst(),
        addresses(entry),
        name.written());
  }

  private static OptionalLong mtu(Part entry, List<Part> below) {
    var all = new ArrayList<>(below);
    all.add(entry);
    return all.stream()
        .flatMap(i -> i.get("mtu").number().stream())
        .mapToLong(Long::longValue)
        .min();
  }

  /** One of the ports is enough to get out. */
  private static Optional<Vlans> vlans(Part entry, Kind kind, List<Part> ports) {
    boolean open =
        entry.get("bridge", "port").isOpen()
            || ports.stream()
                .anyMatch(p -> p.get("vlan").tree().filter(t -> t.hasUnknown()).isPresent());
    if (open || ports.isEmpty()) {
      return Optional.empty();
    }
    long inside = entry.get("bridge", "options", "vlan-default-pvid").number().orElse(DEFAULT_PVID);
    var tagged = new BitSet();
    boolean untagged = false;
    for (var port : ports) {
      var vlans = vlans(port.get("vlan"), kind == Kind.OVS_BRIDGE, inside);
      tagged.or(vlans.tagged());
      untagged |= vlans.untagged();
    }
    return Optional.of(new Vlans(tagged, untagged));
  }

  private static Vlans vlans(Part filter, boolean ovs, long inside) {
    if (filter.get("mode").is("access")) {
      var tag = filter.get("tag").number().orElse(0L);
      return plus(new BitSet(), tag, tag == inside, inside);
    }
    if (filter.get("mode").is("trunk")) {
      var tags = new BitSet();
      filter.get("trunk-tags").items().forEach(t -> addTo(tags, t));
      long outside = filter.get("tag").number().orElse(0L);
      boolean untagged = outside == 0 || outside == inside;
      return plus(tags, outside, untagged, inside);
    }
    return new Vlans(ovs ? VlanTags.between(VlanId.MIN, VlanId.MAX) : new BitSet(), true);
  }

  private static Vlans plus(BitSet tags, long outside, boolean untagged, long inside) {
    if (outside != inside) {
      VlanSet.add(tags, outside, outside);
    }
    return new Vlans(tags, untagged);
  }

  private static void addTo(BitSet tags, Part entry) {
    entry.get("id").number().ifPresent(id -> VlanSet.add(tags, id, id));
    var range = entry.get("id-range");
    range
        .get("min")
        .number()
        .ifPresent(min -> range.get("max").number().ifPresent(max -> VlanSet.add(tags, min, max)));
  }

  private static List<String> addresses(Part entry) {
    var ipv4 = entry.get("ipv4");
    if (ipv4.text().filter(t -> t.contains("{{")).isPresent()) {
      return List.of(BridgeOffer.DHCP);
    }
    if (!ipv4.get("enabled").isTrue()) {
      return List.of();
    }
    if (ipv4.get("dhcp").isTrue()) {
      return List.of(BridgeOffer.DHCP);
    }
    return ipv4.get("address").items().stream()
        .flatMap(
            a ->
                a.get("ip").text().stream()
                    .map(ip -> ip + "/" + a.get("prefix-length").text().orElse("")))
        .toList();
  }
}
