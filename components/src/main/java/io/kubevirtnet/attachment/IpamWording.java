package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.IpamKind;
import io.kubevirtnet.spec.AddressPoolSpec;
import io.kubevirtnet.spec.DhcpIpamSpec;
import io.kubevirtnet.spec.DhcpProvideSpec;
import io.kubevirtnet.spec.DhcpRequestSpec;
import io.kubevirtnet.spec.FixedAddressSpec;
import io.kubevirtnet.spec.HostLocalIpamSpec;
import io.kubevirtnet.spec.IpamDnsSpec;
import io.kubevirtnet.spec.IpamRouteSpec;
import io.kubevirtnet.spec.IpamSpec;
import io.kubevirtnet.spec.WhereaboutsIpamSpec;
import io.kubevirtnet.spec.WhereaboutsPoolSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The object {@code ipam} of a plugin. */
final class IpamWording {
  private IpamWording() {}

  /** The keys of a plugin with its addresses, which are left open when the author is not clear. */
  static Wording add(Wording plugin, Value<IpamSpec> ipam) {
    if (ipam.isAbsent()) {
      return plugin.at("ipam", ipam.path());
    }
    return ipam.known()
        .flatMap(spec -> kind(spec).map(kind -> keys(kind, spec)))
        .map(keys -> plugin.withPart("ipam", keys, ipam.path()))
        .orElseGet(() -> plugin.with("ipam", new Unknown(ipam.marks())).at("ipam", ipam.path()));
  }

  /** The kind that was chosen; nothing when none was, or several. */
  static Optional<IpamKind> kind(IpamSpec spec) {
    return kinds(spec).size() == 1 ? Optional.of(kinds(spec).get(0)) : Optional.empty();
  }

  /** All that were chosen. */
  static List<IpamKind> kinds(IpamSpec spec) {
    return Stream.of(
            chosen(spec.dhcp(), IpamKind.Dhcp),
            chosen(spec.fixedAddresses(), IpamKind.FixedAddresses),
            chosen(spec.hostLocal(), IpamKind.HostLocal),
            chosen(spec.whereabouts(), IpamKind.Whereabouts))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<IpamKind> chosen(Value<?> input, IpamKind kind) {
    return input.isGiven() ? Optional.of(kind) : Optional.empty();
  }

  private static Wording keys(IpamKind kind, IpamSpec spec) {
    var own =
        switch (kind) {
          case Dhcp -> dhcp(spec.dhcp());
          case FixedAddresses ->
              Wording.EMPTY.withList("addresses", spec.fixedAddresses(), IpamWording::address);
          case HostLocal -> hostLocal(spec.hostLocal());
          case Whereabouts -> whereabouts(spec.whereabouts());
          case None, Ovn, Other -> Wording.EMPTY;
        };
    var keys =
        Wording.of("type", kind).and(own).withList("routes", spec.routes(), IpamWording::route);
    return spec.dns().isUnknown()
        ? keys.with("dns", spec.dns())
        : spec.dns()
            .known()
            .map(dns -> keys.withPart("dns", dns(dns), spec.dns().path()))
            .orElse(keys);
  }

  private static Wording dhcp(Value<DhcpIpamSpec> dhcp) {
    return Wording.of("daemonSocketPath", dhcp.flatMap(DhcpIpamSpec::daemonSocketPath))
        .with("priority", dhcp.flatMap(DhcpIpamSpec::priority))
        .withList("provide", dhcp.flatMap(DhcpIpamSpec::provide), IpamWording::provide)
        .withList("request", dhcp.flatMap(DhcpIpamSpec::request), IpamWording::request);
  }

  private static Wording provide(DhcpProvideSpec option) {
    return Wording.of("option", option.option())
        .with("value", option.value())
        .with("fromArg", option.fromArg());
  }

  private static Wording request(DhcpRequestSpec option) {
    return Wording.of("option", option.option()).withOn("skipDefault", option.skipDefault());
  }

  private static Wording address(FixedAddressSpec address) {
    return Wording.of("address", address.address()).with("gateway", address.gateway());
  }

  private static Wording hostLocal(Value<HostLocalIpamSpec> hostLocal) {
    return ranges(hostLocal.flatMap(HostLocalIpamSpec::pools))
        .with("dataDir", hostLocal.flatMap(HostLocalIpamSpec::dataDir))
        .with("resolvConf", hostLocal.flatMap(HostLocalIpamSpec::resolvConf));
  }

  /** An interface gets one address of each inner list, so each IP version has one. */
  private static Wording ranges(Value<List<Value<AddressPoolSpec>>> pools) {
    if (pools.known().isEmpty()) {
      return Wording.of("ranges", pools);
    }
    var sets = new ArrayList<Tree>();
    var wording = Wording.EMPTY.at("ranges", pools.path());
    for (boolean ipv6 : List.of(false, true)) {
      var set = pools.map(all -> all.stream().filter(p -> isIpv6(p) == ipv6).toList());
      if (!set.known().orElse(List.of()).isEmpty()) {
        var part = Wording.EMPTY.withList("set", set, IpamWording::range);
        for (var place : part.inputs().entrySet()) {
          var in = place.getKey().replaceFirst("^set", "ranges[" + sets.size() + "]");
          wording = wording.at(in, place.getValue());
        }
        sets.add(part.config().get("set").orElseThrow());
      }
    }
    return wording.with("ranges", new Items(sets, pools.marks()));
  }

  private static boolean isIpv6(Value<AddressPoolSpec> pool) {
    return pool.flatMap(AddressPoolSpec::subnet).known().filter(s -> s.contains(":")).isPresent();
  }

  private static Wording range(AddressPoolSpec pool) {
    return Wording.of("subnet", pool.subnet())
        .with("rangeStart", pool.rangeStart())
        .with("rangeEnd", pool.rangeEnd())
        .with("gateway", pool.gateway());
  }

  private static Wording whereabouts(Value<WhereaboutsIpamSpec> whereabouts) {
    return pools(whereabouts.flatMap(WhereaboutsIpamSpec::pools))
        .with("gateway", whereabouts.flatMap(WhereaboutsIpamSpec::gateway))
        .with("network_name", whereabouts.flatMap(WhereaboutsIpamSpec::networkName))
        .with(
            "enable_overlapping_ranges",
            whereabouts.flatMap(WhereaboutsIpamSpec::enableOverlappingRanges))
        .with("node_slice_size", whereabouts.flatMap(WhereaboutsIpamSpec::nodeSliceSize))
        .with("configuration_path", whereabouts.flatMap(WhereaboutsIpamSpec::configurationPath));
  }

  /** Older releases know only one range, which stands in the config itself. */
  private static Wording pools(Value<List<Value<WhereaboutsPoolSpec>>> pools) {
    var only = pools.known().filter(all -> all.size() == 1).map(all -> all.get(0));
    return only.flatMap(Value::known)
        .map(IpamWording::pool)
        .orElseGet(() -> Wording.EMPTY.withList("ipRanges", pools, IpamWording::pool));
  }

  private static Wording pool(WhereaboutsPoolSpec pool) {
    return Wording.of("range", pool.cidr())
        .with("range_start", pool.rangeStart())
        .with("range_end", pool.rangeEnd())
        .with("exclude", pool.exclude());
  }

  private static Wording route(IpamRouteSpec route) {
    return Wording.of("dst", route.destination())
        .with("gw", route.gateway())
        .with("mtu", route.mtu())
        .with("advmss", route.advmss())
        .with("priority", route.priority())
        .with("table", route.table())
        .with("scope", route.scope());
  }

  private static Wording dns(IpamDnsSpec dns) {
    return Wording.of("nameservers", dns.nameservers())
        .with("domain", dns.domain())
        .with("search", dns.search())
        .with("options", dns.options());
  }
}
