package io.kubevirtnet.nmstate;

import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.value.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** VLANs, as interfaces and on ports. */
final class VlanAdvice {
  private static final long MAX_VXLAN = (1L << 24) - 1;

  private final Advice advice;
  private final Map<List<Object>, String> vlans = new HashMap<>();

  private VlanAdvice(Advice advice) {
    this.advice = advice;
  }

  static void check(Advice advice) {
    var vlan = new VlanAdvice(advice);
    advice.present("vlan").forEach(vlan::vlan);
    advice.present().forEach(vlan::base);
    advice
        .present("vxlan")
        .map(i -> i.part("vxlan", "id"))
        .filter(id -> id.number().filter(n -> n > MAX_VXLAN).isPresent())
        .forEach(
            id -> advice.add(AdviceCatalogue.VXLAN_ID, id, id.shown() + " has more than 24 bits."));
    Stream.concat(advice.present(Iface.LINUX_BRIDGE), advice.present(Iface.OVS_BRIDGE))
        .flatMap(b -> b.part("bridge", "port").items().stream())
        .forEach(p -> vlan.port(p.get("vlan")));
  }

  private void vlan(Iface iface) {
    var id = iface.part("vlan", "id");
    if (id.number().filter(n -> !isVlan(n)).isPresent()) {
      advice.add(AdviceCatalogue.VLAN_ID, id, id.shown() + " is no VLAN id.");
    }
    var base = iface.part("vlan", "base-iface").text();
    if (base.isPresent() && id.number().isPresent()) {
      var protocol = iface.part("vlan", "protocol").text().orElse("802.1q");
      List<Object> key = List.of(base.get(), id.number().get(), protocol);
      var other = vlans.putIfAbsent(key, iface.name());
      if (other != null && !other.equals(iface.name())) {
        advice.add(
            AdviceCatalogue.SAME_VLAN,
            id,
            other + " is VLAN " + id.shown() + " on " + base.get() + " already.");
      }
      existing(iface, key);
    }
  }

  private void existing(Iface iface, List<Object> key) {
    advice.current.ifPresent(
        c ->
            c.kernel.values().stream()
                .filter(i -> i.isType("vlan") && !i.name().equals(iface.name()))
                .filter(i -> !advice.desired.kernel.containsKey(i.name()))
                .filter(i -> i.part("vlan", "base-iface").is(String.valueOf(key.get(0))))
                .filter(i -> i.part("vlan", "id").is(String.valueOf(key.get(1))))
                .filter(i -> i.part("vlan", "protocol").text().orElse("802.1q").equals(key.get(2)))
                .findFirst()
                .ifPresent(
                    i ->
                        advice.add(
                            AdviceCatalogue.SAME_VLAN,
                            iface.part("vlan", "id"),
                            i.name() + " of the node is that VLAN already.")));
  }

  private void base(Iface iface) {
    if (iface.isType(Iface.OVS_INTERFACE)) {
      return;
    }
    var place = iface.part(iface.type(), "base-iface");
    var base = place.text().filter(b -> !b.isEmpty());
    if (base.isEmpty() || advice.mayExist(base.get())) {
      return;
    }
    if (advice.complete) {
      advice.add(
          AdviceCatalogue.BASE_MISSING,
          place,
          "There is no " + base.get() + ", neither desired nor on the node.");
    } else {
      advice.notChecked(place, "whether " + place.shown() + " is on the nodes");
    }
  }

  private void port(Part vlan) {
    var tag = vlan.get("tag");
    boolean access = vlan.get("mode").is("access");
    if (tag.number().filter(t -> t != 0 && !isVlan(t)).isPresent()) {
      advice.add(AdviceCatalogue.VLAN_TAG, tag, tag.shown() + " is no VLAN id.");
    }
    if (access && !tag.isOpen() && tag.number().orElse(0L) == 0) {
      advice.add(
          AdviceCatalogue.ACCESS_UNTAGGED,
          tag.isSet() ? tag : vlan.get("mode"),
          "The access port has no VLAN.");
    }
    for (var entry : vlan.get("trunk-tags").items()) {
      var range = entry.get("id-range");
      Stream.of(entry.get("id"), range.get("min"), range.get("max"))
          .filter(p -> p.number().filter(n -> !isVlan(n)).isPresent())
          .forEach(p -> advice.add(AdviceCatalogue.VLAN_TAG, p, p.shown() + " is no VLAN id."));
      if (range.get("min").number().orElse(0L) > range.get("max").number().orElse(Long.MAX_VALUE)) {
        advice.add(
            AdviceCatalogue.VLAN_TAG,
            range.get("min"),
            "The range from "
                + range.get("min").shown()
                + " to "
                + range.get("max").shown()
                + " is empty.");
      }
    }
  }

  private static boolean isVlan(long id) {
    return id <= Integer.MAX_VALUE && VlanId.isValid((int) id);
  }
}
