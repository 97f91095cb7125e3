package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.spec.GuestAddressesSpec;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules for addresses as they are written: in the properties that come of them a gateway can
 * not be told from the network, nor one range from the next.
 */
final class GuestAddressRules {
  private final GuestAddressesSpec spec;
  private final Report report;

  private GuestAddressRules(GuestAddressesSpec spec, Report report) {
    this.spec = spec;
    this.report = report;
  }

  static void check(GuestAddressesSpec spec, Report report) {
    var rules = new GuestAddressRules(spec, report);
    var network = rules.network();
    var ranges = rules.ranges(network);
    rules.gateway(network, ranges);
    rules.nameservers();
  }

  private Optional<IpNetwork> network() {
    report.check(
        spec.cidr(),
        text -> {
          var parsed = IpNetwork.parse(text);
          if (parsed.isEmpty()) {
            report.add(
                PropertyCatalogue.CIDR,
                spec.cidr().path(),
                "\"" + spec.cidr().shown() + "\" is not a network.");
          } else if (parsed.get().hasHostBits()) {
            report.add(
                PropertyCatalogue.CIDR,
                spec.cidr().path(),
                "\"" + spec.cidr().shown() + "\" has host bits.",
                spec.cidr().marks().secret()
                    ? PropertyCatalogue.CIDR.fix()
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
    report.add(PropertyCatalogue.RANGE, range.path(), "\"" + range.shown() + "\" " + problem + ".");
  }

  private void gateway(Optional<IpNetwork> network, List<AddressRange> ranges) {
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
                PropertyCatalogue.GATEWAY,
                spec.gateway().path(),
                "\"" + spec.gateway().shown() + "\" " + problem + ".");
          }
        });
  }

  private void nameservers() {
    report.check(
        spec.nameservers(),
        list -> {
          if (list.isEmpty()) {
            report.add(
                PropertyCatalogue.NAMESERVER, spec.nameservers().path(), "nameservers is empty.");
          }
          list.forEach(
              server ->
                  report.check(
                      server,
                      text -> {
                        if (IpText.address(text).isEmpty()) {
                          report.add(
                              PropertyCatalogue.NAMESERVER,
                              server.path(),
                              "\"" + server.shown() + "\" is not an IP address.");
                        }
                      }));
        });
  }
}
