package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What nmstate says when it turns a state into profiles of NetworkManager, which it does to judge
 * one without a node.
 */
final class AloneRules {
  private static final int MIXED = 3;

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("rx", "rx"),
          Map.entry("rx-checksumming", "rx"),
          Map.entry("rx-checksum", "rx"),
          Map.entry("ufo", "tx-udp-fragmentation"),
          Map.entry("tcp-segmentation-offload", "tso"),
          Map.entry("tx-tcp-segmentation", "tso"),
          Map.entry("generic-segmentation-offload", "gso"),
          Map.entry("tx-generic-segmentation", "gso"),
          Map.entry("generic-receive-offload", "gro"),
          Map.entry("rx-gro", "gro"),
          Map.entry("large-receive-offload", "lro"),
          Map.entry("rx-lro", "lro"),
          Map.entry("rx-vlan-offload", "rxvlan"),
          Map.entry("rx-vlan-hw-parse", "rxvlan"),
          Map.entry("tx-vlan-offload", "txvlan"),
          Map.entry("tx-vlan-hw-insert", "txvlan"),
          Map.entry("ntuple-filters", "ntuple"),
          Map.entry("rx-ntuple-filter", "ntuple"),
          Map.entry("receive-hashing", "rxhash"),
          Map.entry("rx-hashing", "rxhash"),
          Map.entry("tx-scatter-gather", "sg"));

  /** What NetworkManager sets, without the {@code feature-} before each. */
  private static final Set<String> FEATURES =
      Set.of(
          ("esp-hw-offload esp-tx-csum-hw-offload fcoe-mtu gro gso highdma hw-tc-offload"
                  + " l2-fwd-offload loopback lro macsec-hw-offload ntuple rx rxhash rxvlan rx-all"
                  + " rx-fcs rx-gro-hw rx-gro-list rx-udp-gro-forwarding"
                  + " rx-udp_tunnel-port-offload rx-vlan-filter rx-vlan-stag-filter"
                  + " rx-vlan-stag-hw-parse sg tls-hw-record tls-hw-rx-offload tls-hw-tx-offload"
                  + " tso tx txvlan tx-checksum-fcoe-crc tx-checksum-ipv4 tx-checksum-ipv6"
                  + " tx-checksum-ip-generic tx-checksum-sctp tx-esp-segmentation"
                  + " tx-fcoe-segmentation tx-gre-csum-segmentation tx-gre-segmentation"
                  + " tx-gso-list tx-gso-partial tx-gso-robust tx-ipxip4-segmentation"
                  + " tx-ipxip6-segmentation tx-nocache-copy tx-scatter-gather"
                  + " tx-scatter-gather-fraglist tx-sctp-segmentation tx-tcp6-segmentation"
                  + " tx-tcp-ecn-segmentation tx-tcp-mangleid-segmentation tx-tcp-segmentation"
                  + " tx-tunnel-remcsum-segmentation tx-udp-segmentation"
                  + " tx-udp_tnl-csum-segmentation tx-udp_tnl-segmentation"
                  + " tx-vlan-stag-hw-insert")
              .split(" "));

  private final MergedIfaces all;

  private AloneRules(MergedIfaces all) {
    this.all = all;
  }

  static void check(Part resolver, MergedIfaces all) {
    if (!all.alone()) {
      return;
    }
    var rules = new AloneRules(all);
    rules.servers(resolver);
    all.all().filter(i -> i.isChanged() && !i.merged.isAbsent()).forEach(rules::profile);
  }

  /** A script is not part of a profile. */
  static void checkScripts(MergedIfaces all) {
    if (!all.alone()) {
      return;
    }
    all.kernel.values().stream()
        .flatMap(i -> i.desired.stream())
        .filter(i -> i.part("dispatch").isSet())
        .forEach(
            i ->
                all.refusals.missing(
                    LinkCatalogue.DISPATCH,
                    i.part("dispatch"),
                    "Scripts are written on a node.",
                    "Dispatch script is not supported in gc(gen_conf) mode"));
  }

  private void profile(MergedIface iface) {
    var applied = iface.applied.orElseThrow();
    var ip = applied.ip(true);
    if (applied.canHaveIp()
        && !applied.isType(Iface.OVS_BRIDGE)
        && applied.hasIp(true)
        && ip.get("autoconf").isTrue()
        && !ip.get("dhcp").isTrue()
        && !ip.get("dhcp").isOpen()) {
      all.refusals.add(
          AddressCatalogue.AUTOCONF,
          ip.get("autoconf"),
          applied.name() + " shall make its addresses without asking.",
          "NotImplementedError",
          "Autoconf without DHCP is not supported yet");
    }
    var features = applied.part("ethtool", "feature");
    if (features.tree().orElse(Fields.EMPTY) instanceof Fields f) {
      f.fields().keySet().forEach(name -> feature(name, features.get(name)));
    }
  }

  private void feature(String name, Part place) {
    var known = ALIASES.getOrDefault(name, name);
    if (!FEATURES.contains(known)) {
      all.refusals.add(
          LinkCatalogue.ETHTOOL,
          place,
          name + " is no feature that NetworkManager sets.",
          "InvalidArgument:Unsupported ethtool feature feature-" + known);
    }
  }

  private void servers(Part resolver) {
    var servers = texts(resolver.get("server"));
    if (servers.isEmpty()) {
      searches(resolver);
      return;
    }
    if (servers.size() >= MIXED && isMixed(servers)) {
      all.refusals.add(
          TrafficCatalogue.DNS_ORDER,
          resolver.get("server"),
          "The servers of the two families alternate.",
          "NotImplementedError",
          "Placing IPv4/IPv6 nameserver in the middle of IPv6/IPv4 nameservers is not supported"
              + " yet");
    }
    for (boolean v6 : List.of(true, false)) {
      var ofFamily = servers.stream().filter(s -> s.contains(":") == v6).toList();
      boolean scoped = v6 && ofFamily.stream().anyMatch(s -> s.contains("%"));
      if (!ofFamily.isEmpty() && !scoped && noneUsable(v6, true)) {
        all.refusals.missing(
            TrafficCatalogue.DNS,
            resolver.get("server"),
            "No interface of this state has addresses to ask from.",
            "Failed to find suitable(IP enabled) interface for DNS server ["
                + String.join(", ", ofFamily.stream().map(AloneRules::printed).toList())
                + "]");
      }
    }
  }

  private void searches(Part resolver) {
    var searches = texts(resolver.get("search"));
    boolean asked = !searches.isEmpty() || !texts(resolver.get("options")).isEmpty();
    if (asked && noneUsable(true, false) && noneUsable(false, false)) {
      all.refusals.missing(
          TrafficCatalogue.DNS,
          resolver,
          "No interface of this state has addresses to ask from.",
          "Failed to find suitable(IP enabled) interface for DNS searches '"
              + String.join(" ", searches)
              + "'");
    }
  }

  private boolean noneUsable(boolean v6, boolean evenDown) {
    return all.order.stream()
        .filter(k -> !k.type().equals(Iface.LOOPBACK) && !k.type().equals(Iface.OVS_BRIDGE))
        .flatMap(k -> all.find(k.name()).stream())
        .noneMatch(i -> DnsRules.isUsable(i, v6) || evenDown && isPreferred(i, v6));
  }

  private static boolean isPreferred(MergedIface iface, boolean v6) {
    return iface
        .applied
        .filter(
            i ->
                IpMerge.isStatic(i, v6)
                    || IpMerge.isAuto(i, v6) && i.ip(v6).get("auto-dns").isFalse())
        .isPresent();
  }

  private static List<String> texts(Part list) {
    return list.items().stream().flatMap(i -> i.text().stream()).toList();
  }

  private static String printed(String server) {
    return ParserWords.quoted(IpLiteral.parse(server).map(IpLiteral::toString).orElse(server));
  }

  private static boolean isMixed(List<String> servers) {
    var pattern = new ArrayList<Boolean>();
    for (var server : servers) {
      boolean v6 = server.contains(":");
      if (pattern.isEmpty() || pattern.get(pattern.size() - 1) != v6) {
        pattern.add(v6);
      }
    }
    return pattern.size() >= MIXED;
  }
}
