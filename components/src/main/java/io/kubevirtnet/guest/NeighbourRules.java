package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.guest.Addressing.Fixed;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What interfaces of one guest must not have in common. */
record NeighbourRules(GuestInterfaces interfaces, Report report) {

  /** An address, and which interface has it. */
  private record Owned(Fixed fixed, GuestInterface owner) {}

  void check() {
    addresses();
    Stream.of(Family.values()).forEach(this::defaults);
  }

  private void addresses() {
    var before = new ArrayList<Owned>();
    interfaces
        .all()
        .forEach(
            owner ->
                owner
                    .addressing()
                    .fixed()
                    .forEach(
                        fixed -> {
                          compare(before, fixed, owner);
                          before.add(new Owned(fixed, owner));
                        }));
  }

  private void compare(List<Owned> before, Fixed fixed, GuestInterface owner) {
    var same = before.stream().filter(b -> b.fixed().address().equals(fixed.address())).findFirst();
    if (same.isPresent()) {
      report.add(
          AddressCatalogue.DUPLICATE,
          fixed.input().path(),
          fixed.input().shown()
              + " is an address of "
              + same.get().owner().label().shown()
              + " already.");
      return;
    }
    before.stream()
        .filter(b -> b.owner() != owner && overlap(b.fixed(), fixed))
        .findFirst()
        .ifPresent(
            b ->
                report.add(
                    AddressCatalogue.OVERLAP,
                    fixed.input().path(),
                    fixed.input().shown()
                        + " is in the network of "
                        + b.fixed().input().shown()
                        + " on "
                        + b.owner().label().shown()
                        + "."));
  }

  private static boolean overlap(Fixed a, Fixed b) {
    return Family.of(a.address()) == Family.of(b.address())
        && !a.address().isLinkLocal()
        && a.network().prefixLength() == b.network().prefixLength()
        && a.network().contains(b.address());
  }

  private void defaults(Family family) {
    var routers = interfaces.all().flatMap(i -> defaults(i.addressing(), family)).toList();
    routers.stream()
        .skip(1)
        .forEach(
            r ->
                report.add(
                    AddressCatalogue.TWO_DEFAULTS,
                    r.path(),
                    "There is another default route of "
                        + family.text()
                        + ", over "
                        + routers.get(0).shown()
                        + "."));
  }

  /** Those that have the same metric because they have none. */
  private static Stream<Value<String>> defaults(Addressing a, Family family) {
    var routes =
        a.knownRoutes().stream()
            .filter(r -> r.metric().isAbsent())
            .filter(r -> Addressing.defaultFamily(r).equals(Optional.of(family)))
            .map(r -> r.gateway());
    return Stream.concat(Stream.of(a.gateway(family)).filter(Value::isGiven), routes);
  }
}
