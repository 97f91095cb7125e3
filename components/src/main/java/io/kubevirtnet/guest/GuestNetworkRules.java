package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.GuestNetworkSpec;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules of a GuestNetwork, in one pass. */
final class GuestNetworkRules {
  private GuestNetworkRules() {}

  static void check(GuestInterfaces interfaces, GuestNetworkSpec spec, Report report) {
    notKnown(spec, report);
    new CardRules(interfaces, report).check(spec.links().path());
    new NameRules(interfaces, report).check();
    new MemberRules(interfaces, report).check();
    interfaces
        .all()
        .forEach(
            i -> {
              new AddressRules(i.addressing(), report).check();
              new RouteRules(i.addressing(), report).check();
              new FrameRules(interfaces, i, report).check();
              masquerade(interfaces, i)
                  .ifPresent(m -> new MasqueradeRules(i.addressing(), m, report).check());
            });
    new NeighbourRules(interfaces, report).check();
  }

  /** Lists and entries that are not known leave everything about them open. */
  private static void notKnown(GuestNetworkSpec spec, Report report) {
    Stream.<Value<? extends List<? extends Value<?>>>>of(
            spec.links(), spec.vlans(), spec.bonds(), spec.bridges())
        .forEach(
            list ->
                report.check(list, entries -> entries.forEach(e -> report.check(e, known -> {}))));
  }

  private static Optional<Masquerade> masquerade(GuestInterfaces interfaces, GuestInterface entry) {
    return entry instanceof GuestInterface.Link link
        ? link.label().known().flatMap(interfaces::card).flatMap(GuestCard::masquerade)
        : Optional.empty();
  }
}
