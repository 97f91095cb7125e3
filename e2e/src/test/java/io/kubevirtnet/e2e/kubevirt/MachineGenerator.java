package io.kubevirtnet.e2e.kubevirt;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.e2e.kubevirt.ClusterGenerator.Cluster;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Machines: two in five right, two with one fault, one with several. */
final class MachineGenerator {
  private static final List<String> NAMES =
      List.of("default", "red", "blue-1", "Net_2", "storage", "7", "lan", "x");

  private final Dice dice;
  private final Cluster cluster;
  private final InterfaceGenerator interfaces;

  MachineGenerator(Dice dice, Cluster cluster) {
    this.dice = dice;
    this.cluster = cluster;
    this.interfaces = new InterfaceGenerator(dice, cluster);
  }

  /** The same for the same seed. */
  static GeneratedMachine next(long seed) {
    var dice = new Dice(seed);
    var release = dice.of(KubeVirtRelease.values());
    var cluster = new ClusterGenerator(dice).next(release);
    var generator = new MachineGenerator(dice, cluster);
    var spec = generator.spec();
    int faults =
        switch (dice.upTo(5)) {
          case 0, 1 -> 0;
          case 2, 3 -> 1;
          default -> 2 + dice.upTo(3);
        };
    for (int i = 0; i < faults; i++) {
      new MachineFaults(dice).apply(spec);
    }
    return new GeneratedMachine(seed, release, cluster.object(), generator.machine(spec), faults);
  }

  /** One that nobody refuses. */
  Map<String, Object> spec() {
    var networks = networks();
    var nics = new ArrayList<Object>();
    networks.forEach(n -> nics.add(interfaces.on(n)));
    if (dice.oneIn(4)) {
      Collections.shuffle(nics, new Random(dice.upTo(1000)));
    }
    var devices = dice.draft();
    boolean none = networks.isEmpty();
    if (!none || dice.oneIn(4)) {
      devices.with("interfaces", nics);
    }
    boolean defaulted =
        cluster.defaultInterface().equals("masquerade")
            || cluster.defaultInterface().equals("bridge") && cluster.permitBridge();
    if (none && (!defaulted || dice.oneIn(2))) {
      devices.with("autoattachPodInterface", false);
    } else {
      devices.maybe(8, "autoattachPodInterface", () -> dice.oneIn(2) && (!none || defaulted));
    }
    devices.maybe(8, "networkInterfaceMultiqueue", () -> dice.oneIn(2));
    var spec = new LinkedHashMap<String, Object>();
    var domain = new LinkedHashMap<String, Object>();
    domain.put("devices", devices.map());
    domain.put("memory", Map.of("guest", "1Gi"));
    spec.put("domain", domain);
    if (!none || dice.oneIn(4)) {
      spec.put("networks", new ArrayList<Object>(networks));
    }
    if (networks.stream().anyMatch(n -> n.containsKey("resourceClaim"))) {
      spec.put("resourceClaims", new ArrayList<Object>(List.of(claim("nics"), claim("more"))));
    }
    new RestGenerator(dice).add(spec, devices.map());
    return spec;
  }

  private static Map<String, Object> claim(String name) {
    return new LinkedHashMap<String, Object>(
        Map.of("name", name, "resourceClaimTemplateName", name + "-template"));
  }

  private List<Map<String, Object>> networks() {
    var names = new ArrayList<>(dice.some(NAMES, 5));
    var networks = new ArrayList<Map<String, Object>>();
    boolean claims = cluster.claims() && dice.oneIn(2);
    boolean primary = !dice.oneIn(4);
    int claimed = 0;
    for (var name : names) {
      var network = new LinkedHashMap<String, Object>();
      network.put("name", name);
      if (primary && (claims || !dice.oneIn(5))) {
        network.put("pod", pod());
        primary = false;
      } else if (claims) {
        network.put(
            "resourceClaim",
            new LinkedHashMap<String, Object>(
                Map.of("claimName", dice.of("nics", "more"), "requestName", "r" + claimed++)));
      } else {
        var multus = new LinkedHashMap<String, Object>();
        multus.put("networkName", dice.of("lan", "vms/lan", "other/vlan-100"));
        if (primary) {
          multus.put("default", true);
          primary = false;
        } else if (dice.oneIn(6)) {
          multus.put("default", false);
        }
        network.put("multus", multus);
      }
      networks.add(network);
    }
    return networks;
  }

  private Map<String, Object> pod() {
    return dice.draft()
        .maybe(4, "vmNetworkCIDR", () -> dice.of("10.0.2.0/24", "192.168.7.0/30"))
        .maybe(6, "vmIPv6NetworkCIDR", () -> "fd10:0:2::/120")
        .map();
  }

  private Map<String, Object> machine(Map<String, Object> spec) {
    var metadata = Map.of("name", "web", "namespace", "vms");
    return switch (dice.upTo(8)) {
      case 0, 1 -> object("VirtualMachineInstance", metadata, spec);
      case 2 ->
          object(
              "VirtualMachineInstanceReplicaSet",
              metadata,
              Map.of("selector", selector(), "template", template(spec)));
      case 3 ->
          new LinkedHashMap<>(
              Map.of(
                  "apiVersion",
                  "pool.kubevirt.io/v1beta1",
                  "kind",
                  "VirtualMachinePool",
                  "metadata",
                  metadata,
                  "spec",
                  Map.of(
                      "selector",
                      selector(),
                      "virtualMachineTemplate",
                      Map.of(
                          "metadata",
                          labels(),
                          "spec",
                          Map.of("runStrategy", "Always", "template", template(spec))))));
      default ->
          object(
              "VirtualMachine",
              metadata,
              Map.of("runStrategy", "Always", "template", template(spec)));
    };
  }

  private static Map<String, Object> object(
      String kind, Map<String, String> metadata, Map<String, Object> spec) {
    return Map.of("apiVersion", "kubevirt.io/v1", "kind", kind, "metadata", metadata, "spec", spec);
  }

  private static Map<String, Object> template(Map<String, Object> spec) {
    return Map.of("metadata", labels(), "spec", spec);
  }

  private static Map<String, Object> labels() {
    return Map.of("labels", Map.of("app", "web"));
  }

  private static Map<String, Object> selector() {
    return Map.of("matchLabels", Map.of("app", "web"));
  }
}
