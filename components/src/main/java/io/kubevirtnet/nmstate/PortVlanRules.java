package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.HashMap;
import java.util.Map;

/** Which VLANs a port carries: what goes together in trunk and in access mode. */
final class PortVlanRules {
  private static final int MAX = 65535;

  private PortVlanRules() {}

  /** A Linux bridge names single VLANs where Open vSwitch names ranges. */
  static void check(Part vlan, boolean single, Refusals refusals) {
    boolean trunk = vlan.get("mode").is("trunk");
    boolean access = vlan.get("mode").is("access");
    var tags = vlan.get("trunk-tags");
    var nativeVlan = vlan.get("enable-native");
    if (trunk
        && vlan.get("tag").number().filter(t -> t != 0).isPresent()
        && !nativeVlan.isTrue()
        && !nativeVlan.isOpen()) {
      refuse(
          vlan.get("tag"),
          "The tag of a trunk is its native VLAN, and that is not enabled.",
          "Bridge VLAN filtering `tag` cannot be use in trunk mode without `enable-native`",
          refusals);
    }
    if (access && nativeVlan.isTrue()) {
      refuse(
          nativeVlan,
          "An access port has no native VLAN beside its own.",
          "Bridge VLAN filtering `enable-native: true` cannot be set in access mode",
          refusals);
    }
    if (access && tags.items().stream().anyMatch(t -> !single || !isEmpty(t))) {
      refuse(
          tags,
          "An access port carries one VLAN.",
          "Bridge VLAN filtering access mode cannot have trunk-tags defined",
          refusals);
    }
    if (trunk && !tags.isSet()) {
      refuse(
          vlan.get("mode"),
          "A trunk says which VLANs it carries.",
          "Bridge VLAN filtering trunk mode cannot have empty trunk-tags",
          refusals);
    }
    overlap(tags, single, refusals);
  }

  /** A Linux bridge is given single VLANs, of which such a range has none. */
  private static boolean isEmpty(Part tag) {
    var min = tag.get("id-range", "min").number();
    var max = tag.get("id-range", "max").number();
    return min.isPresent() && max.isPresent() && (max.get() >= MAX || min.get() > max.get());
  }

  private static void overlap(Part tags, boolean single, Refusals refusals) {
    Map<Long, String> found = new HashMap<>();
    for (var tag : tags.items()) {
      var id = tag.get("id").number();
      var min = id.or(() -> tag.get("id-range", "min").number());
      var max = id.or(() -> tag.get("id-range", "max").number());
      if (min.isEmpty() || max.isEmpty() || id.isEmpty() && max.get() >= MAX) {
        continue;
      }
      var words =
          id.isPresent() ? "id=" + id.get() : "id-range=[" + min.get() + "," + max.get() + "]";
      for (long i = min.get(); i <= max.get(); i++) {
        var name = single ? "id=" + i : words;
        var other = found.putIfAbsent(i, name);
        if (other != null) {
          refuse(
              tag,
              "VLAN " + i + " is listed twice.",
              "Bridge VLAN trunk tag " + name + " is overlapping with other tag " + other,
              refusals);
          break;
        }
      }
    }
  }

  private static void refuse(Part place, String what, String message, Refusals refusals) {
    refusals.add(InterfaceCatalogue.PORT_VLAN, place, what, message);
  }
}
