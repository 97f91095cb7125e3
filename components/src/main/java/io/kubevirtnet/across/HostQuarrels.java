package io.kubevirtnet.across;

import io.kubevirtnet.across.HostClaims.Name;
import io.kubevirtnet.across.HostClaims.Port;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.NodeSelector.Overlap;
import java.util.List;
import java.util.Optional;

/**
 * What two policies do to each other on a node that both mean.
 *
 * @param nodes of the later one, for messages
 * @param other who claimed first
 */
record HostQuarrels(
    HostClaims mine, HostClaims theirs, Overlap overlap, String nodes, String other) {

  void report(Report report) {
    for (var port : mine.ports()) {
      theirs.ports().stream()
          .filter(p -> p.port().name().equals(port.port().name()))
          .filter(p -> !p.controller().name().equals(port.controller().name()))
          .findFirst()
          .ifPresent(p -> port(port, p, report));
    }
    if (overlap == Overlap.CERTAIN) {
      made(report);
      addresses(report);
      for (var localnet : mine.localnets()) {
        same(theirs.localnets(), localnet)
            .ifPresent(l -> say(AcrossCatalogue.LOCALNET_TWICE, localnet, "is mapped by", report));
      }
    }
  }

  private void port(Port mine, Port theirs, Report report) {
    report.add(
        overlap == Overlap.CERTAIN
            ? AcrossCatalogue.PORT_CLAIMED_TWICE
            : AcrossCatalogue.PORT_PERHAPS_CLAIMED_TWICE,
        mine.port().path(),
        mine.port().shown()
            + " on "
            + nodes
            + " is a port of "
            + theirs.controller().shown()
            + " ("
            + other
            + ") already.");
  }

  private void made(Report report) {
    mine.made().stream()
        .filter(m -> same(theirs.made(), m).isPresent())
        .filter(m -> mine.made().stream().noneMatch(n -> isTwinOf(m, n)))
        .forEach(
            m ->
                say(
                    m.isBridge()
                        ? AcrossCatalogue.BRIDGE_MADE_TWICE
                        : AcrossCatalogue.INTERFACE_MADE_TWICE,
                    m,
                    "is made by",
                    report));
  }

  /** The internal interface of an OVS bridge has its name; the bridge is enough to speak of. */
  private static boolean isTwinOf(Name internal, Name bridge) {
    return !internal.isBridge() && bridge.isBridge() && bridge.name().equals(internal.name());
  }

  /** A port of a VRF keeps its addresses. */
  private void addresses(Report report) {
    for (var addressed : mine.addressed()) {
      if (enslaves(theirs, addressed)) {
        say(AcrossCatalogue.ADDRESSES_ON_PORT, addressed, "is made a port by", report);
      }
    }
    for (var addressed : theirs.addressed()) {
      mine.ports().stream()
          .filter(p -> p.port().name().equals(addressed.name()) && takesAddresses(p))
          .findFirst()
          .ifPresent(
              p -> say(AcrossCatalogue.ADDRESSES_ON_PORT, p.port(), "gets addresses from", report));
    }
  }

  private static boolean enslaves(HostClaims claims, Name name) {
    return claims.ports().stream()
        .anyMatch(p -> p.port().name().equals(name.name()) && takesAddresses(p));
  }

  private static boolean takesAddresses(Port port) {
    return !port.controller().type().equals("vrf");
  }

  private static Optional<Name> same(List<Name> names, Name name) {
    return names.stream().filter(n -> n.name().equals(name.name())).findFirst();
  }

  private void say(Rule rule, Name name, String does, Report report) {
    report.add(
        rule, name.path(), name.shown() + " on " + nodes + " " + does + " " + other + " already.");
  }
}
