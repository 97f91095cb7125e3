package io.kubevirtnet.guest;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.spec.GuestRouteSpec;
import io.kubevirtnet.value.Value;
import java.util.Optional;

/** The routers of one interface. */
record RouteRules(Addressing addressing, Report report) {

  void check() {
    gateway(Family.V4);
    gateway(Family.V6);
    report.check(addressing.routes(), all -> all.forEach(r -> report.check(r, this::route)));
  }

  private void gateway(Family family) {
    var given = addressing.gateway(family);
    report.check(
        given,
        text -> {
          var router = IpText.address(text).filter(a -> Family.of(a) == family);
          if (router.isEmpty()) {
            refuse(AddressCatalogue.GATEWAY, given, "is not an " + family.text() + " address");
          } else {
            unreachable(router.get(), family)
                .ifPresent(p -> refuse(AddressCatalogue.GATEWAY, given, p));
          }
        });
  }

  /** Why a packet never gets to it. */
  private Optional<String> unreachable(IPAddress router, Family family) {
    var fixed = addressing.fixed(family).toList();
    if (router.isZero() || router.isMulticast() || router.isLoopback()) {
      return Optional.of("is not the address of a router");
    }
    if (fixed.stream().anyMatch(f -> f.address().equals(router))) {
      return Optional.of("is an address of this interface itself");
    }
    if (addressing.hasOpenAddresses()) {
      return Optional.empty();
    }
    if (fixed.isEmpty()) {
      return Optional.of("is set beside no fixed " + family.text() + " address");
    }
    boolean nextDoor = family == Family.V6 && router.isLinkLocal();
    return nextDoor || AddressRules.reaches(fixed, router)
        ? Optional.empty()
        : Optional.of("is in none of the networks of addresses");
  }

  private void route(GuestRouteSpec route) {
    var gateway = route.gateway().known().flatMap(IpText::address);
    report.check(route.destination(), text -> destination(route, text));
    report.check(
        route.gateway(),
        text -> {
          if (gateway.isEmpty()) {
            refuse(AddressCatalogue.ROUTE, route.gateway(), "is not an IP address");
          } else {
            router(route, gateway.get());
          }
        });
    report.require(
        route.metric(),
        m -> m >= 0,
        AddressCatalogue.ROUTE,
        route.metric().shown() + " is not a metric.",
        "Write 0 or more.");
  }

  private void destination(GuestRouteSpec route, String text) {
    if (text.equals("default")) {
      return;
    }
    var network = IpNetwork.parse(text);
    if (network.isEmpty()) {
      refuse(AddressCatalogue.ROUTE, route.destination(), "is not a network");
    } else if (network.get().hasHostBits()) {
      report.add(
          AddressCatalogue.ROUTE,
          route.destination().path(),
          "\"" + route.destination().shown() + "\" has host bits.",
          route.destination().marks().secret()
              ? AddressCatalogue.ROUTE.fix()
              : "Write " + network.get().withoutHostBits() + ".");
    }
  }

  private void router(GuestRouteSpec route, IPAddress router) {
    var family = Family.of(router);
    var to = route.destination().known().flatMap(IpNetwork::parse);
    if (to.filter(n -> Family.of(n.address()) != family).isPresent()) {
      refuse(
          AddressCatalogue.ROUTE,
          route.gateway(),
          "is " + family.text() + ", the destination is not");
      return;
    }
    boolean direct =
        route.onLink().isGiven() && !route.onLink().known().filter(o -> !o).isPresent();
    boolean learnt = addressing.dhcp(family).isGiven() || addressing.acceptRa().isGiven();
    if (!direct && !(learnt && addressing.fixed(family).findAny().isEmpty())) {
      unreachable(router, family)
          .ifPresent(p -> refuse(AddressCatalogue.ROUTE, route.gateway(), p));
    }
  }

  private void refuse(Rule rule, Value<String> at, String problem) {
    report.add(rule, at.path(), "\"" + at.shown() + "\" " + problem + ".");
  }
}
