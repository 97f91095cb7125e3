package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** MAC addresses that are taken from another interface. */
final class MacRules {
  private static final Set<String> MAY_COPY =
      Set.of(Iface.BOND, Iface.LINUX_BRIDGE, Iface.OVS_INTERFACE);

  private MacRules() {}

  static void check(MergedIfaces all) {
    all.kernel.values().stream()
        .filter(i -> i.isDesired() && MAY_COPY.contains(i.merged.type()))
        .forEach(i -> copy(i, all));
    all.kernel.values().stream()
        .flatMap(i -> i.desired.stream())
        .filter(i -> i.isType(Iface.HSR) && i.part("hsr", "protocol").is("prp"))
        .forEach(i -> ring(i, all));
  }

  private static void copy(MergedIface iface, MergedIfaces all) {
    var source = iface.desired.orElseThrow().part("copy-mac-from");
    var name = source.text().orElse("");
    if (source.text().isEmpty()) {
      return;
    }
    var meant = all.names.get(name);
    if (meant.size() > 1) {
      all.refusals.add(
          LinkCatalogue.COPY_MAC,
          source,
          name + " could be several interfaces.",
          "copy-mac-from " + name + " of iface " + iface.name() + " matches multiple interfaces");
      return;
    }
    var found = meant.stream().findFirst().flatMap(all::find).map(i -> i.merged);
    if (found.isEmpty()) {
      all.refusals.missing(
          LinkCatalogue.COPY_MAC,
          source,
          name + " is not there.",
          "Failed to find interface " + name + " for copy-mac-from of iface " + iface.name());
      return;
    }
    var macs =
        Stream.of("permanent-mac-address", "mac-address").map(f -> found.get().part(f)).toList();
    var mac = macs.stream().flatMap(m -> m.text().stream()).filter(m -> !m.isEmpty()).findFirst();
    if (mac.isPresent()) {
      iface.applied = iface.applied.map(i -> i.with(mac.get(), "mac-address"));
    } else if (macs.stream().noneMatch(Part::isOpen)) {
      all.refusals.missing(
          LinkCatalogue.COPY_MAC,
          source,
          name + " has no MAC address.",
          "Failed to find mac address of interface "
              + name
              + " for copy-mac-from of iface "
              + iface.name());
    }
  }

  private static void ring(Iface ring, MergedIfaces all) {
    var macs =
        Stream.concat(
                Stream.of(Optional.of(ring)),
                Stream.of("port1", "port2")
                    .map(p -> ring.part("hsr", p).text().orElse(""))
                    .map(p -> all.get(p, InterfaceSchema.UNKNOWN).flatMap(i -> i.desired)))
            .flatMap(Optional::stream)
            .flatMap(i -> i.part("mac-address").text().stream())
            .distinct()
            .toList();
    if (macs.size() > 1) {
      all.refusals.add(
          LinkCatalogue.SPECIAL,
          ring.part("hsr"),
          "The ports of a PRP share one MAC address.",
          "HSR ports on interface " + ring.name() + " cannot have different MAC addresses");
    }
    settle(ring, all);
  }

  /** A new ring takes its ports up with it. */
  private static void settle(Iface ring, MergedIfaces all) {
    var merged = all.find(ring.name()).orElseThrow();
    if (merged.current.isPresent() || !merged.merged.isUp()) {
      return;
    }
    var ports =
        List.of(
            ring.name(),
            ring.part("hsr", "port1").text().orElse(""),
            ring.part("hsr", "port2").text().orElse(""));
    boolean hasMac =
        ports.stream()
            .flatMap(p -> all.find(p).stream())
            .anyMatch(
                i ->
                    i.merged.part("mac-address").isSet()
                        || i.merged.part("permanent-mac-address").isSet());
    if (hasMac) {
      ports.stream()
          .flatMap(p -> all.find(p).stream())
          .forEach(
              i -> {
                i.touch();
                i.setState(Iface.UP);
              });
    }
  }
}
