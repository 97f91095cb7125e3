package io.kubevirtnet.platform;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.spec.GuestAddressesSpec;
import io.kubevirtnet.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules for the addresses that the platform gives to machines. */
final class GuestAddressRules {
  private final GuestAddressesSpec spec;
  private final Report report;

  private GuestAddressRules(GuestAddressesSpec spec, Report report) {
    this.spec = spec;
    this.report = report;
  }

  static void check(GuestAddressesSpec spec, Value<Integer> maxCapacity, Report report) {
    var rules = new GuestAddressRules(spec, report);
    var network = rules.network();
    var ranges = rules.ranges(network);
    var gateway = rules.gateway(network, ranges);
    rules.nameservers();
    network.ifPresent(n -> rules.capacity(n, ranges, gateway, maxCapacity));
  }

  private Optional<IpNetwork> network() {
    report.check(
        spec.cidr(),
        text -> {
          var parsed = IpNetwork.parse(text);
          if (parsed.isEmpty()) {
            report.add(
                PlatformCatalogue.CIDR,
                spec.cidr().path(),
                "\"" + spec.cidr().shown() + "\" is not a network.");
          } else if (parsed.get().hasHostBits()) {
            report.add(
                PlatformCatalogue.CIDR,
                spec.cidr().path(),
                "\"" + spec.cidr().shown() + "\" has host bits.",
                spec.cidr().marks().secret()
                    ? PlatformCatalogue.CIDR.fix()
                    : "Write " + parsed.get().withoutHostBits() + ".");
          }
        });
    return spec.cidr().known().flatMap(IpNetwork::parse).filter(n -> !n.hasHostBits());
  }

  private List<AddressRange> ranges(Optional<IpNetwork> network) {
    var good = new ArrayList<AddressRange>();
    report.check(
        spec.ranges(),
        list -> list.forEach(range -> report.check(range, text -> range(range, network, good))));
    return good;
  }

  private void range(Value<String> text, Optional<IpNetwork> network, List<AddressRange> good) {
    var range = text.known().flatMap(AddressRange::parse);
    if (range.isEmpty()) {
      bad(text, "is not first-last with first not above last");
    } else if (network.isPresent() && !range.get().isInside(network.get())) {
      bad(text, "is not inside " + spec.cidr().shown());
    } else if (good.stream().anyMatch(range.get()::overlaps)) {
      bad(text, "shares addresses with another range");
    } else {
      good.add(range.get());
    }
  }

  private void bad(Value<String> range, String problem) {
    report.add(PlatformCatalogue.RANGE, range.path(), "\"" + range.shown() + "\" " + problem + ".");
  }

  private Optional<IPAddress> gateway(Optional<IpNetwork> network, List<AddressRange> ranges) {
    report.check(
        spec.gateway(),
        text -> {
          var address = IpText.address(text);
          String problem =
              address.isEmpty()
                  ? "is not an address"
                  : network.isPresent() && !network.get().contains(address.get())
                      ? "is not inside " + spec.cidr().shown()
                      : ranges.stream().anyMatch(r -> r.contains(address.get()))
                          ? "is inside a range, so a guest would get it"
                          : "";
          if (!problem.isEmpty()) {
            report.add(
                PlatformCatalogue.GATEWAY,
                spec.gateway().path(),
                "\"" + spec.gateway().shown() + "\" " + problem + ".");
          }
        });
    return spec.gateway().known().flatMap(IpText::address);
  }

  private void nameservers() {
    report.check(
        spec.nameservers(),
        list -> {
          if (list.isEmpty()) {
            report.add(
                PlatformCatalogue.NAMESERVER, spec.nameservers().path(), "nameservers is empty.");
          }
          list.forEach(
              server ->
                  report.check(
                      server,
                      text -> {
                        if (IpText.address(text).isEmpty()) {
                          report.add(
                              PlatformCatalogue.NAMESERVER,
                              server.path(),
                              "\"" + server.shown() + "\" is not an IP address.");
                        }
                      }));
        });
  }

  private void capacity(
      IpNetwork network,
      List<AddressRange> ranges,
      Optional<IPAddress> gateway,
      Value<Integer> maxCapacity) {
    boolean rangesKnown = spec.ranges().isAbsent() || !spec.ranges().tree().hasUnknown();
    if (!rangesKnown) {
      return;
    }
    var addresses =
        spec.ranges().isAbsent()
            ? usable(network).subtract(gateway.isPresent() ? BigInteger.ONE : BigInteger.ZERO)
            : ranges.stream().map(AddressRange::size).reduce(BigInteger.ZERO, BigInteger::add);
    maxCapacity.ifKnown(
        capacity -> {
          if (addresses.compareTo(BigInteger.valueOf(capacity)) < 0) {
            report.add(
                PlatformCatalogue.TOO_FEW_ADDRESSES,
                maxCapacity.path(),
                addresses + " addresses for " + maxCapacity.shown() + " machines.");
          }
        });
  }

  /** All but the network address and, for IPv4, the broadcast address. */
  private static BigInteger usable(IpNetwork network) {
    var all = new AddressRange(network.first(), network.last()).size();
    return all.subtract(BigInteger.valueOf(network.address().isIPv4() ? 2 : 1))
        .max(BigInteger.ZERO);
  }
}
