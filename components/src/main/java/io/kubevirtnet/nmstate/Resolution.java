package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which interface an entry means when it does not simply name one with its type. */
final class Resolution {
  private final Ifaces desired;
  private final Ifaces current;
  private final Refusals refusals;

  private Resolution(Ifaces desired, Ifaces current, Refusals refusals) {
    this.desired = desired;
    this.current = current;
    this.refusals = refusals;
  }

  static void resolve(Ifaces desired, Ifaces current, Refusals refusals) {
    var resolution = new Resolution(desired, current, refusals);
    resolution.dropUnknownState();
    if (refusals.alone()) {
      resolution.assumeEthernet();
    } else {
      VirtualFunctions.resolve(desired, current, refusals);
      resolution.byProfile();
      resolution.byPciAddress();
      resolution.byCurrentType();
      resolution.byMacAddress();
      AlternativeNames.resolve(desired, current, refusals);
    }
  }

  private void dropUnknownState() {
    Stream.of(desired.kernel.values(), desired.user.values())
        .forEach(v -> v.removeIf(i -> i.state().equals(InterfaceSchema.UNKNOWN)));
    desired.order.removeIf(k -> desired.get(k.name(), k.type()).isEmpty());
  }

  /** Without a node, nmstate takes for a network card what it does not know. */
  private void assumeEthernet() {
    for (var iface : List.copyOf(desired.kernel.values())) {
      if (iface.isType(InterfaceSchema.UNKNOWN)) {
        typed(iface, Iface.ETHERNET, "Invalid property for ethernet interface: ")
            .ifPresent(i -> desired.kernel.put(i.name(), i));
      }
    }
    desired
        .all()
        .flatMap(i -> i.portParts().filter(p -> !i.isAbsent()).stream().flatMap(List::stream))
        .filter(p -> p.text().filter(n -> !desired.kernel.containsKey(n)).isPresent())
        .toList()
        .forEach(
            p ->
                desired.kernel.put(
                    p.text().orElseThrow(),
                    Iface.named(p.text().orElseThrow(), Iface.ETHERNET, p.path())));
    desired.kernel.replaceAll(
        (n, i) ->
            i.isUp() && i.part("identifier").is("mac-address") && !i.part("profile-name").isSet()
                ? i.with(i.name(), "profile-name")
                : i);
  }

  private void byProfile() {
    for (var now : List.copyOf(current.kernel.values())) {
      var profile = now.part("profile-name").text();
      if (!now.part("identifier").is("mac-address") || profile.isEmpty()) {
        continue;
      }
      Optional.ofNullable(desired.kernel.get(profile.get()))
          .flatMap(i -> asTypeOf(i, now))
          .ifPresent(
              i -> {
                desired.kernel.remove(profile.get());
                desired.push(
                    i.with("mac-address", "identifier")
                        .with(now.part("mac-address").text().orElse(""), "mac-address")
                        .with(now.name(), "name")
                        .with(profile.get(), "profile-name"));
              });
    }
  }

  private void byPciAddress() {
    for (var iface : desired.all().filter(i -> identifiedBy(i, "pci-address")).toList()) {
      var address = iface.part("pci-address");
      if (!address.isSet()) {
        refusals.add(
            InterfaceCatalogue.NOT_RESOLVED,
            iface.part("identifier"),
            iface.name() + " shall be found by a PCI address and has none.",
            "Desired interface "
                + iface.name()
                + " has `identifier: pci-address` but not PCI address defined");
        desired.remove(iface.name(), iface.type());
        continue;
      }
      var found =
          current.kernel.values().stream()
              .filter(c -> c.part("pci-address").text().equals(address.text()))
              .findFirst();
      if (found.isEmpty()) {
        refusals.add(
            InterfaceCatalogue.NOT_RESOLVED,
            address,
            "No interface has the PCI address " + address.shown() + ".",
            "Desired interface "
                + iface.name()
                + " has `identifier: pci-address` with PCI address "
                + address.shown()
                + ", but no interface is holding that PCI address");
        desired.remove(iface.name(), iface.type());
      } else {
        rename(iface, found.get().name());
      }
    }
  }

  private void rename(Iface iface, String name) {
    desired.remove(iface.name(), iface.type());
    var renamed =
        iface.part("profile-name").isSet()
            ? iface.with(name, "name")
            : iface.with(iface.name(), "profile-name").with(name, "name");
    desired.push(renamed);
  }

  private void byCurrentType() {
    for (var iface : List.copyOf(desired.kernel.values())) {
      if (!iface.isType(InterfaceSchema.UNKNOWN) || iface.isIgnored()) {
        continue;
      }
      var found = current.sorted().stream().filter(c -> c.name().equals(iface.name())).toList();
      if (iface.isAbsent()) {
        found.forEach(
            c -> {
              desired.kernel.remove(c.name());
              desired.push(
                  Iface.named(c.name(), c.type(), iface.path())
                      .with(InterfaceSchema.ABSENT, "state"));
            });
      } else if (found.isEmpty()) {
        refusals.add(
            InterfaceCatalogue.NOT_RESOLVED,
            iface.part("name"),
            iface.name() + " is not on the node, and its type is not known.",
            "Failed to find unknown type interface " + iface.name() + " in current state");
        desired.kernel.remove(iface.name());
      } else if (found.size() > 1) {
        refusals.add(
            InterfaceCatalogue.NOT_RESOLVED,
            iface.part("name"),
            iface.name() + " could be several interfaces of the node.",
            "Found 2+ interface matching desired unknown type interface " + iface.name());
      } else {
        asTypeOf(iface, found.get(0))
            .ifPresent(
                i -> {
                  desired.kernel.remove(i.name());
                  desired.push(i);
                });
      }
    }
  }

  private void byMacAddress() {
    for (var iface : desired.all().filter(i -> identifiedBy(i, "mac-address")).toList()) {
      if (iface.part("profile-name").isSet()) {
        continue;
      }
      var address = iface.part("mac-address");
      if (!address.isSet()) {
        refusals.add(
            InterfaceCatalogue.NOT_RESOLVED,
            iface.part("identifier"),
            iface.name() + " shall be found by a MAC address and has none.",
            "Desired interface "
                + iface.name()
                + " has `identifier: mac-address` but not MAC address defined");
        desired.remove(iface.name(), iface.type());
        continue;
      }
      var mac = upper(address.text());
      var found =
          holder(iface, "permanent-mac-address", mac).or(() -> holder(iface, "mac-address", mac));
      if (found.isPresent()) {
        asTypeOf(iface, found.get())
            .ifPresent(
                i -> {
                  desired.kernel.remove(iface.name());
                  desired.push(
                      i.with(iface.name(), "profile-name").with(found.get().name(), "name"));
                });
      } else if (!address.isOpen()) {
        refusals.add(
            InterfaceCatalogue.NOT_RESOLVED,
            address,
            "No interface of that type has the MAC address " + address.shown() + ".",
            "Desired interface "
                + iface.name()
                + " has `identifier: mac-address` with MAC address "
                + address.shown().toUpperCase(Locale.ROOT)
                + ", but no interface is holding that MAC address");
        desired.remove(iface.name(), iface.type());
      }
    }
  }

  private Optional<Iface> holder(Iface iface, String field, Optional<String> mac) {
    return current.kernel.values().stream()
        .filter(c -> iface.isType(InterfaceSchema.UNKNOWN) || iface.isType(c.type()))
        .filter(c -> mac.isPresent() && upper(c.part(field).text()).equals(mac))
        .findFirst();
  }

  private static Optional<String> upper(Optional<String> text) {
    return text.map(t -> t.toUpperCase(Locale.ROOT));
  }

  private static boolean identifiedBy(Iface iface, String what) {
    return !iface.isAbsent() && iface.part("identifier").is(what);
  }

  private Optional<Iface> asTypeOf(Iface iface, Iface now) {
    return iface.isType(InterfaceSchema.UNKNOWN)
        ? typed(iface, now.type(), "Invalid property : ")
        : Optional.of(iface);
  }

  /** Reads an entry again, as one of that type. */
  private Optional<Iface> typed(Iface iface, String type, String prefix) {
    var again = iface.with(type, "type").fields();
    var problems = new Report();
    var read = new InterfaceSchema().read(again, iface.path(), Reading.into(problems));
    problems
        .findings()
        .forEach(
            f ->
                refusals.add(
                    InterfaceCatalogue.NOT_OF_THAT_TYPE,
                    Refusals.at(f.path()),
                    f.what(),
                    prefix + f.upstream().orElseThrow().message()));
    return read.filter(Fields.class::isInstance)
        .filter(f -> problems.findings().isEmpty())
        .map(f -> new Iface((Fields) f, iface.path()));
  }
}
