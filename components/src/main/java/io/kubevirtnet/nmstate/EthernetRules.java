package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Network cards, their virtual functions, and pairs of virtual ones. */
final class EthernetRules {
  private EthernetRules() {}

  /** A card is there or it is not; a pair comes and goes together. */
  static void checkExistence(MergedIfaces all) {
    Set<String> peers = new HashSet<>();
    var cards = all.all().filter(i -> i.merged.isType(Iface.ETHERNET)).toList();
    cards.stream()
        .filter(i -> i.merged.isUp())
        .forEach(i -> i.merged.part("veth", "peer").text().ifPresent(peers::add));
    for (var card : cards) {
      var desired = card.desired;
      boolean isNew = desired.isPresent() && card.current.isEmpty() && card.merged.isUp();
      if (isNew
          && !all.alone()
          && !desired.get().part("veth").isSet()
          && !peers.contains(card.name())
          && !card.name().startsWith(VirtualFunctions.PREFIX)) {
        all.refusals.missing(
            LinkCatalogue.NO_CARD,
            desired.get().part("name"),
            "There is no card " + card.name() + ".",
            "Ethernet interface " + card.name() + " does not exists");
      }
    }
    var gone = new ArrayList<String>();
    for (var card : cards) {
      var now = card.current.map(c -> c.part("veth", "peer")).flatMap(Part::text);
      if (card.desired.isEmpty() || now.isEmpty()) {
        continue;
      }
      var wish = card.desired.get().part("veth", "peer").text();
      boolean exchanged = card.merged.isUp() && wish.isPresent() && !wish.equals(now);
      if (exchanged || card.merged.isAbsent()) {
        gone.add(now.get());
      }
    }
    gone.forEach(peer -> all.find(peer).ifPresent(MergedIface::markAbsent));
  }

  static void checkFunctions(MergedIface iface, Refusals refusals) {
    if (iface.applied.isEmpty()
        || iface.desired.isEmpty()
        || !iface.merged.isType(Iface.ETHERNET)) {
      return;
    }
    var wanted = iface.applied.get().part("ethernet", "sr-iov", "total-vfs");
    var max = iface.current.flatMap(c -> c.part("ethernet", "sr-iov", "max-vfs").number());
    if (max.isPresent() && wanted.number().filter(w -> w > max.get()).isPresent()) {
      refusals.add(
          LinkCatalogue.SR_IOV,
          wanted,
          iface.name() + " has at most " + max.get() + " virtual functions.",
          "Desired VFS count "
              + wanted.shown()
              + " exceeded the maximum supported VFS count "
              + max.get()
              + " for interface "
              + iface.name());
    }
  }

  /** Functions beyond the number of them are not set. */
  static void settleFunctions(MergedIface iface) {
    var vfs = iface.applied.map(i -> i.part("ethernet", "sr-iov", "vfs").items());
    if (iface.current.isEmpty() || vfs.filter(v -> !v.isEmpty()).isEmpty()) {
      return;
    }
    var total =
        Stream.of(iface.applied, iface.current)
            .flatMap(
                i -> i.flatMap(e -> e.part("ethernet", "sr-iov", "total-vfs").number()).stream())
            .findFirst();
    var kept =
        vfs.get().stream()
            .filter(v -> total.isEmpty() || v.get("id").number().orElse(0L) < total.get())
            .map(v -> v.tree().orElseThrow())
            .toList();
    boolean changes = total.isPresent() && total.get() != vfs.get().size();
    if (changes) {
      iface.applied =
          iface.applied.map(i -> i.with(new Items(kept, Marks.NONE), "ethernet", "sr-iov", "vfs"));
    }
  }

  static void check(Iface iface, Refusals refusals) {
    if (!iface.isType(Iface.ETHERNET)) {
      return;
    }
    for (var vf : iface.part("ethernet", "sr-iov", "vfs").items()) {
      boolean untagged = isZero(vf.get("vlan-id")) && isZero(vf.get("qos"));
      if (vf.get("vlan-proto").is("802.1ad") && untagged) {
        refusals.add(
            LinkCatalogue.SR_IOV,
            vf.get("vlan-proto"),
            "A protocol without a tag.",
            "VLAN protocol 802.1ad is not allowed when both VLAN ID and VLAN QoS are zero or"
                + " unset");
      }
    }
  }

  private static boolean isZero(Part number) {
    return !number.isOpen() && number.number().orElse(0L) == 0;
  }
}
