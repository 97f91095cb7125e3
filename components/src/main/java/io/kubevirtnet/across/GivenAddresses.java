package io.kubevirtnet.across;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that a definition gives to those who attach.
 *
 * @param book what is kept in one book is given out once
 */
record GivenAddresses(List<String> book, List<AddressRange> ranges) {

  private static final String STATIC = "static";

  /** Nothing for a definition that gives none, or none that anybody knows before. */
  static Optional<GivenAddresses> of(NetworkClaims network) {
    var ipam = network.ipam();
    var given =
        switch (network.ipamType().orElse("")) {
          case "host-local" -> hostLocal(network, ipam);
          case "whereabouts" -> whereabouts(ipam);
          case STATIC -> fixed(network, ipam);
          default -> ovn(network);
        };
    return Optional.of(given).filter(g -> !g.ranges.isEmpty());
  }

  /** One book per directory, so on each node one of its own. */
  static List<String> directory(NetworkClaims network) {
    return List.of(
        "host-local",
        network.ipam().get("dataDir").text().orElse(""),
        network.cniName().text().orElse(""));
  }

  private static GivenAddresses hostLocal(NetworkClaims network, Part ipam) {
    var ranges = new ArrayList<AddressRange>();
    hostLocalRanges(ipam)
        .forEach(r -> bounded(r, "subnet", "rangeStart", "rangeEnd").ifPresent(ranges::add));
    return new GivenAddresses(directory(network), List.copyOf(ranges));
  }

  static List<Part> hostLocalRanges(Part ipam) {
    var ranges = new ArrayList<Part>();
    if (ipam.get("subnet").isSet()) {
      ranges.add(ipam);
    }
    ipam.get("ranges").items().forEach(set -> ranges.addAll(set.items()));
    return ranges;
  }

  /** Ranges with holes are left alone: two definitions may share a network by them. */
  private static GivenAddresses whereabouts(Part ipam) {
    var ranges = new ArrayList<AddressRange>();
    var sets = new ArrayList<>(ipam.get("ipRanges").items());
    sets.add(ipam);
    for (var set : sets) {
      if (set.get("exclude").items().isEmpty()) {
        bounded(set, "range", "range_start", "range_end").ifPresent(ranges::add);
      }
    }
    return new GivenAddresses(
        List.of("whereabouts", ipam.get("network_name").text().orElse("")), List.copyOf(ranges));
  }

  private static GivenAddresses fixed(NetworkClaims network, Part ipam) {
    var ranges = new ArrayList<AddressRange>();
    for (var entry : ipam.get("addresses").items()) {
      entry
          .get("address")
          .text()
          .flatMap(IpNetwork::parse)
          .ifPresent(a -> ranges.add(new AddressRange(a.address(), a.address())));
    }
    return new GivenAddresses(List.of(STATIC, network.reference()), List.copyOf(ranges));
  }

  private static GivenAddresses ovn(NetworkClaims network) {
    var plugin = network.plugin();
    boolean whole =
        network.kind() == NetworkClaims.Kind.OVN
            && plugin.get("excludeSubnets").text().filter(s -> !s.isBlank()).isEmpty();
    var ranges = new ArrayList<AddressRange>();
    if (whole) {
      Arrays.stream(plugin.get("subnets").text().orElse("").split(",", -1))
          .flatMap(s -> IpNetwork.parse(s.strip()).stream())
          .forEach(n -> ranges.add(new AddressRange(n.first(), n.last())));
    }
    return new GivenAddresses(
        List.of("ovn", network.cniName().text().orElse("")), List.copyOf(ranges));
  }

  private static Optional<AddressRange> bounded(Part at, String range, String start, String end) {
    var text = at.get(range).text().orElse("");
    int dash = text.indexOf('-');
    var network = IpNetwork.parse(text.substring(dash + 1));
    if (dash >= 0) {
      return IpText.address(text.substring(0, dash))
          .flatMap(
              first ->
                  IpText.address(text.substring(dash + 1).split("/", -1)[0])
                      .flatMap(last -> ordered(first, last)));
    }
    return network.flatMap(
        n ->
            ordered(
                at.get(start).text().flatMap(IpText::address).orElse(n.first()),
                at.get(end).text().flatMap(IpText::address).orElse(n.last())));
  }

  private static Optional<AddressRange> ordered(IPAddress first, IPAddress last) {
    return first.isIPv4() == last.isIPv4() && first.compareTo(last) <= 0
        ? Optional.of(new AddressRange(first, last))
        : Optional.empty();
  }

  /** Every machine with the definition gets the same: there can be but one. */
  boolean isOfOne() {
    return book.get(0).equals(STATIC);
  }

  /** The place where a definition says what it gives. */
  static PropertyPath written(NetworkClaims definition) {
    return definition.ipam().isSet()
        ? definition.ipam().get("type").written()
        : definition.plugin().get("subnets").written();
  }

  boolean overlaps(List<AddressRange> others) {
    return ranges.stream().anyMatch(r -> others.stream().anyMatch(r::overlaps));
  }
}
