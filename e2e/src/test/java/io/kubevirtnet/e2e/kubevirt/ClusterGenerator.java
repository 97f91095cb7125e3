package io.kubevirtnet.e2e.kubevirt;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** KubeVirt objects: every third cluster is as it comes. */
final class ClusterGenerator {
  static final String PASST = "PasstBinding";
  static final String CLAIMS = "NetworkDevicesWithDRA";
  static final String RANGES = "PortRangesSpec";

  private static final List<String> GATES =
      List.of(
          PASST,
          CLAIMS,
          RANGES,
          CLAIMS,
          RANGES,
          RANGES,
          "LiveUpdateNADRef",
          "Passt",
          "Macvtap",
          "HotplugNICs",
          "NetworkBindingPlugins",
          "NoSuchGate");

  private final Dice dice;

  ClusterGenerator(Dice dice) {
    this.dice = dice;
  }

  /** What the network part of the object says, as a machine has to know it. */
  record Cluster(
      Map<String, Object> object,
      boolean passt,
      boolean claims,
      boolean ranges,
      boolean permitBridge,
      String defaultInterface) {}

  Cluster next(KubeVirtRelease release) {
    boolean newer = release == KubeVirtRelease.V1_9;
    if (dice.oneIn(3)) {
      return new Cluster(Map.of(), newer, false, false, true, "bridge");
    }
    var on = dice.some(GATES, 6);
    var off = dice.oneIn(3) ? dice.some(GATES, 3) : List.<String>of();
    var developer = new LinkedHashMap<String, Object>();
    if (!on.isEmpty() || dice.oneIn(2)) {
      developer.put("featureGates", on);
    }
    if (!off.isEmpty()) {
      developer.put("disabledFeatureGates", off);
    }
    var network = new LinkedHashMap<String, Object>();
    if (dice.oneIn(3)) {
      network.put("permitBridgeInterfaceOnPodNetwork", dice.oneIn(3));
    }
    if (dice.oneIn(3)) {
      network.put(
          "defaultNetworkInterface", dice.of("bridge", "masquerade", "masquerade", "slirp"));
    }
    if (dice.oneIn(3)) {
      network.put("binding", plugins());
    }
    var configuration = new LinkedHashMap<String, Object>();
    if (!developer.isEmpty()) {
      configuration.put("developerConfiguration", developer);
    }
    if (!network.isEmpty()) {
      configuration.put("network", network);
    }
    return new Cluster(
        Map.of(
            "apiVersion",
            "kubevirt.io/v1",
            "kind",
            "KubeVirt",
            "spec",
            Map.of("configuration", configuration)),
        on.contains(PASST) || newer && !off.contains(PASST),
        newer && on.contains(CLAIMS),
        newer && on.contains(RANGES),
        !Boolean.FALSE.equals(network.get("permitBridgeInterfaceOnPodNetwork")),
        (String) network.getOrDefault("defaultNetworkInterface", "bridge"));
  }

  private Map<String, Object> plugins() {
    var plugins = new LinkedHashMap<String, Object>();
    plugins.put(
        "passt", Map.of("networkAttachmentDefinition", "default/passt", "migration", Map.of()));
    if (dice.oneIn(2)) {
      plugins.put("macvtap", Map.of("domainAttachmentType", "tap"));
    }
    return plugins;
  }
}
