package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** Fixed addresses behind a masquerade: KubeVirt has computed them already. */
record MasqueradeRules(Addressing addressing, Masquerade masquerade, Report report) {

  void check() {
    Stream.of(Family.values()).forEach(this::family);
    singleStack();
    router();
  }

  private void family(Family family) {
    masquerade.place(family).ifPresent(place -> place(family, place));
  }

  private void place(Family family, Masquerade.Place place) {
    addressing
        .fixed(family)
        .filter(f -> !f.address().isLinkLocal())
        .filter(
            f ->
                !f.address().equals(place.guest().address())
                    || f.network().prefixLength() != place.guest().prefixLength())
        .forEach(f -> wrong(f.input(), shown(family, place.guest())));
    var gateway = addressing.gateway(family);
    gateway
        .known()
        .flatMap(IpText::address)
        .filter(a -> Family.of(a) == family && !a.equals(place.gateway()))
        .ifPresent(a -> wrong(gateway, shown(family, place.gateway())));
  }

  private String shown(Family family, Object address) {
    return masquerade.cidr(family).marks().secret() ? Part.SECRET : address.toString();
  }

  private void wrong(Value<String> at, String right) {
    report.add(
        AddressCatalogue.MASQUERADE,
        at.path(),
        "Behind this masquerade it is " + right + ", not " + at.shown() + ".",
        right.equals(Part.SECRET) ? AddressCatalogue.MASQUERADE.fix() : "Write " + right + ".");
  }

  private void router() {
    boolean asks = addressing.dhcp6().known().filter(d -> d).isPresent();
    if (asks && addressing.gateway6().isAbsent() && !addressing.hasOpenAddresses()) {
      report.add(
          AddressCatalogue.NO_ROUTER,
          addressing.dhcp6().path(),
          "DHCP gives an IPv6 address and no router.",
          masquerade
              .place(Family.V6)
              .map(
                  p ->
                      "Write addresses: ["
                          + shown(Family.V6, p.guest())
                          + "] and gateway6: "
                          + shown(Family.V6, p.gateway())
                          + ".")
              .orElse(AddressCatalogue.NO_ROUTER.fix()));
    }
  }

  /** Only with IPv4 does KubeVirt's DHCP server tell the guest of the cluster's DNS. */
  private void singleStack() {
    boolean noIpv4 =
        addressing.dhcp4().known().filter(d -> !d).isPresent()
            && addressing.fixed(Family.V4).findAny().isEmpty();
    boolean ipv6 = addressing.fixed(Family.V6).findAny().isPresent();
    if (!noIpv4 || !ipv6 || addressing.hasOpenAddresses()) {
      return;
    }
    var missing =
        Stream.of(addressing.nameservers(), addressing.searchDomains())
            .filter(l -> l.isAbsent() || l.known().filter(List::isEmpty).isPresent())
            .map(l -> l.path().text().replaceFirst(".*\\.", ""))
            .toList();
    if (!missing.isEmpty()) {
      report.add(
          AddressCatalogue.SINGLE_STACK,
          addressing.dhcp4().path(),
          "There is no IPv4, and " + String.join(" and ", missing) + " is left out.");
    }
  }
}
