package io.kubevirtnet.guest;

import io.kubevirtnet.enums.GuestBondMode;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.guest.GuestInterface.Bond;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Bonds, bridges and their ports. */
record MemberRules(GuestInterfaces interfaces, Report report) {
  private static final Set<GuestBondMode> WITH_PRIMARY =
      Set.of(GuestBondMode.ActiveBackup, GuestBondMode.BalanceTlb, GuestBondMode.BalanceAlb);

  void check() {
    var owners = new LinkedHashMap<String, String>();
    Stream.concat(interfaces.bonds().stream(), interfaces.bridges().stream())
        .forEach(i -> ports(i, owners));
    interfaces.bonds().forEach(this::primary);
    interfaces.bonds().forEach(this::interval);
    interfaces.made().filter(this::standsOnItself).forEach(this::loop);
    interfaces.all().forEach(i -> addresses(i, owners));
  }

  private void ports(GuestInterface owner, Map<String, String> owners) {
    owner
        .under()
        .ifKnown(
            list -> {
              if (list.isEmpty()) {
                add(owner.under(), owner.label().shown() + " has no ports.");
              }
              list.forEach(p -> port(p, owner, owners));
            });
  }

  private void port(Value<String> port, GuestInterface owner, Map<String, String> owners) {
    port.ifKnown(
        name -> {
          var before = Optional.ofNullable(owners.putIfAbsent(name, owner.label().shown()));
          before.ifPresent(b -> add(port, port.shown() + " is a port of " + b + " already."));
        });
  }

  private void primary(Bond bond) {
    var primary = bond.spec().primary();
    primary.ifKnown(
        name -> {
          boolean open = bond.under().tree().hasUnknown();
          if (!open && GuestInterfaces.names(bond).noneMatch(name::equals)) {
            add(primary, primary.shown() + " is no port of this bond.");
          }
        });
    if (primary.isGiven()) {
      bond.spec()
          .mode()
          .ifKnown(
              mode -> {
                if (!WITH_PRIMARY.contains(mode)) {
                  add(primary, "Mode " + bond.spec().mode().shown() + " has no primary port.");
                }
              });
    }
  }

  private void interval(Bond bond) {
    var interval = bond.spec().miiMonitorIntervalMs();
    report.require(
        interval,
        ms -> ms >= 0,
        GuestCatalogue.MEMBERS,
        interval.shown() + " is not an interval.",
        "Write milliseconds, 0 or more.");
  }

  private boolean standsOnItself(GuestInterface start) {
    var seen = new HashSet<String>();
    var next = GuestInterfaces.names(start).toList();
    while (!next.isEmpty()) {
      if (next.stream().anyMatch(n -> start.label().known().filter(n::equals).isPresent())) {
        return true;
      }
      next =
          next.stream()
              .filter(n -> interfaces.card(n).isEmpty() && seen.add(n))
              .flatMap(n -> interfaces.made(n).stream())
              .flatMap(GuestInterfaces::names)
              .toList();
    }
    return false;
  }

  private void loop(GuestInterface made) {
    report.add(
        GuestCatalogue.MEMBERS,
        made.label().path(),
        made.label().shown() + " stands on itself.",
        "Take it out of what it stands on.");
  }

  private void addresses(GuestInterface entry, Map<String, String> owners) {
    var owner = entry.label().known().flatMap(name -> Optional.ofNullable(owners.get(name)));
    var a = entry.addressing();
    owner.ifPresent(
        o ->
            Stream.<Value<?>>of(
                    a.dhcp4(), a.dhcp6(), a.addresses(), a.gateway4(), a.gateway6(), a.routes())
                .filter(v -> v.isGiven() && !isOff(v))
                .findFirst()
                .ifPresent(
                    v ->
                        report.add(
                            GuestCatalogue.PORT_WITH_ADDRESS,
                            v.path(),
                            entry.label().shown() + " is a port of " + o + ".")));
  }

  private static boolean isOff(Value<?> value) {
    return value.known().filter(v -> v.equals(false) || v.equals(List.of())).isPresent();
  }

  private void add(Value<?> at, String what) {
    report.add(GuestCatalogue.MEMBERS, at.path(), what);
  }
}
