package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.HashMap;
import java.util.Map;

/** Which bridge carries which physical network of OVN, and the database of Open vSwitch. */
final class OvnRules {
  private static final String MAPPINGS_KEY = "ovn-bridge-mappings";

  private OvnRules() {}

  static void checkMappings(Part mappings, MergedIfaces all) {
    Map<String, Integer> counts = new HashMap<>();
    mappings
        .items()
        .forEach(m -> m.get("localnet").text().ifPresent(l -> counts.merge(l, 1, Integer::sum)));
    for (var mapping : mappings.items()) {
      var localnet = mapping.get("localnet");
      if (localnet.text().filter(l -> counts.getOrDefault(l, 0) > 1).isPresent()) {
        all.refusals.add(
            TrafficCatalogue.OVN_MAPPING,
            localnet,
            localnet.shown() + " is mapped twice.",
            "Found duplicate `localnet` key " + localnet.shown());
      }
      if (!mapping.get("state").is("absent")) {
        bridge(mapping, localnet.shown(), all);
      }
    }
  }

  private static void bridge(Part mapping, String localnet, MergedIfaces all) {
    var bridge = mapping.get("bridge");
    if (!bridge.isSet()) {
      all.refusals.add(
          TrafficCatalogue.OVN_MAPPING,
          mapping.get("localnet"),
          localnet + " is mapped to no bridge.",
          "mapping for `localnet` key " + localnet + " missing the `bridge` attribute");
      return;
    }
    if (bridge.text().isEmpty()) {
      return;
    }
    var found = all.get(bridge.text().get(), Iface.OVS_BRIDGE);
    if (found.isEmpty()) {
      all.refusals.missing(
          TrafficCatalogue.OVN_MAPPING,
          bridge,
          "There is no OVS bridge " + bridge.shown() + ".",
          "There is no OVS bridge holding name desired by OVN bridge "
              + bridge.shown()
              + " localnet "
              + localnet);
    } else if (found.get().merged.isAbsent()) {
      all.refusals.add(
          TrafficCatalogue.OVN_MAPPING,
          bridge,
          bridge.shown() + " goes away, and " + localnet + " would point to nothing.",
          "The OVS bridge "
              + bridge.shown()
              + " used for OVN localnet "
              + localnet
              + " is marked as absent");
    }
  }

  static void checkDatabase(Part database, Refusals refusals) {
    var key = database.get("external_ids", MAPPINGS_KEY);
    if (key.isSet() && !key.isOpen()) {
      refusals.add(
          TrafficCatalogue.OVN_KEY,
          key,
          "The mappings have a section of their own.",
          "The `"
              + MAPPINGS_KEY
              + "` is reserved for OVN mapping, please use `ovn` section instead of `ovs-db`"
              + " section");
    }
  }
}
