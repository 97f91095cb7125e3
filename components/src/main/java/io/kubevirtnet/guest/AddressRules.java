package io.kubevirtnet.guest;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Addresses, resolvers and DHCP of one interface. */
record AddressRules(Addressing addressing, Report report) {
  private static final int LONGEST_DOMAIN = 253;
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:~?(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)*"
              + "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.?|~\\.)");

  void check() {
    report.check(addressing.addresses(), all -> all.forEach(this::address));
    report.check(
        addressing.nameservers(),
        all -> all.forEach(s -> dns(s, t -> IpText.address(t).isPresent(), "an IP address")));
    report.check(
        addressing.searchDomains(),
        all -> all.forEach(d -> dns(d, AddressRules::isDomain, "a domain name")));
    both(Family.V4);
    both(Family.V6);
  }

  private void address(Value<String> given) {
    report.check(
        given,
        text ->
            problem(text)
                .ifPresent(
                    p ->
                        report.add(
                            AddressCatalogue.ADDRESS,
                            given.path(),
                            "\"" + given.shown() + "\" " + p + ".")));
  }

  private static Optional<String> problem(String text) {
    if (IpText.address(text).isPresent()) {
      return Optional.of("has no prefix length");
    }
    var parsed = IpNetwork.parse(text);
    if (parsed.isEmpty() || text.contains("%")) {
      return Optional.of("is not an address with its prefix length");
    }
    var network = parsed.get();
    if (network.address().isMulticast()) {
      return Optional.of("is a multicast address");
    }
    if (network.address().isZero() || network.address().isLoopback()) {
      return Optional.of("is not the address of a host");
    }
    return end(network);
  }

  /** Point-to-point networks of two addresses have neither. */
  private static Optional<String> end(IpNetwork network) {
    int hostBits = network.address().getBitCount() - network.prefixLength();
    if (hostBits < 2) {
      return Optional.empty();
    }
    if (network.address().equals(network.first())) {
      return Optional.of("is the address of the network itself");
    }
    return network.address().isIPv4() && network.address().equals(network.last())
        ? Optional.of("is the broadcast address of its network")
        : Optional.empty();
  }

  private void dns(Value<String> given, Predicate<String> passes, String wanted) {
    report.require(
        given, passes, AddressCatalogue.DNS, "\"" + given.shown() + "\" is not " + wanted + ".");
  }

  private static boolean isDomain(String text) {
    return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
  }

  private void both(Family family) {
    var dhcp = addressing.dhcp(family);
    boolean asks = dhcp.known().filter(d -> d).isPresent();
    if (asks && addressing.fixed(family).findAny().isPresent()) {
      report.add(
          AddressCatalogue.BOTH,
          dhcp.path(),
          "There are fixed " + family.text() + " addresses, too.");
    }
  }

  /** In a network of one of these addresses. */
  static boolean reaches(List<Addressing.Fixed> fixed, IPAddress router) {
    return fixed.stream().anyMatch(f -> f.network().contains(router));
  }
}
