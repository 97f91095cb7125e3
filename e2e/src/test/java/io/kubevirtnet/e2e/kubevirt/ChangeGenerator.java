package io.kubevirtnet.e2e.kubevirt;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Changes of machines that were fine before; one in eight changes nothing. */
final class ChangeGenerator {
  private static final List<String> BINDINGS =
      List.of("bridge", "masquerade", "sriov", "passtBinding", "binding");

  private final Dice dice;
  private final InterfaceGenerator interfaces;

  private ChangeGenerator(Dice dice, InterfaceGenerator interfaces) {
    this.dice = dice;
    this.interfaces = interfaces;
  }

  /** The same for the same seed. */
  static GeneratedChange next(long seed) {
    var dice = new Dice(seed);
    var release = dice.of(KubeVirtRelease.values());
    var cluster = new ClusterGenerator(dice).next(release);
    var before = new MachineGenerator(dice, cluster).spec();
    var after = copy(before);
    var generator = new ChangeGenerator(dice, new InterfaceGenerator(dice, cluster));
    for (int i = dice.oneIn(8) ? 0 : 1 + dice.upTo(3); i > 0; i--) {
      generator.change(after);
    }
    return new GeneratedChange(seed, release, cluster.object(), machine(before), machine(after));
  }

  private static Map<String, Object> machine(Map<String, Object> spec) {
    return Map.of(
        "apiVersion",
        "kubevirt.io/v1",
        "kind",
        "VirtualMachine",
        "metadata",
        Map.of("name", "web", "namespace", "vms"),
        "spec",
        Map.of("runStrategy", "Always", "template", Map.of("spec", spec)));
  }

  private void change(Map<String, Object> spec) {
    var devices = object(object(spec, "domain"), "devices");
    var nics = list(devices, "interfaces");
    var networks = list(spec, "networks");
    switch (dice.upTo(12)) {
      case 0 -> add(nics, networks);
      case 1 -> any(nics).put("state", dice.of("absent", "up", "down", ""));
      case 2 -> any(nics).remove("state");
      case 3 -> remove(nics, networks);
      case 4 -> field(any(nics));
      case 5 -> rebind(any(nics));
      case 6 -> any(networks).computeIfPresent("multus", (k, v) -> renamed(v));
      case 7 -> pod(any(networks));
      case 8 -> Collections.shuffle(dice.oneIn(2) ? nics : networks, new Random(dice.upTo(99)));
      case 9 -> rename(nics, networks);
      case 10 -> emptied(any(nics));
      default ->
          devices.put(
              dice.of("networkInterfaceMultiqueue", "autoattachPodInterface"), dice.oneIn(2));
    }
  }

  private void add(List<Object> nics, List<Object> networks) {
    var name = dice.of("added", "red", "lan", "more");
    var network = new LinkedHashMap<String, Object>();
    network.put("name", name);
    if (dice.oneIn(3)) {
      network.put("pod", new LinkedHashMap<>());
    } else {
      network.put("multus", new LinkedHashMap<>(Map.of("networkName", "lan")));
    }
    if (!dice.oneIn(6)) {
      networks.add(network);
    }
    if (!dice.oneIn(6)) {
      nics.add(interfaces.on(network));
    }
  }

  private void remove(List<Object> nics, List<Object> networks) {
    if (dice.oneIn(2) && !nics.isEmpty()) {
      nics.remove(dice.upTo(nics.size()));
    } else if (!networks.isEmpty()) {
      networks.remove(dice.upTo(networks.size()));
    }
  }

  private void field(Map<String, Object> nic) {
    switch (dice.upTo(8)) {
      case 0 -> nic.put("macAddress", interfaces.mac());
      case 1 -> nic.put("model", dice.of("virtio", "e1000", ""));
      case 2 -> nic.put("ports", interfaces.ports());
      case 3 -> nic.put("pciAddress", dice.of("", "0000:81:00.2"));
      case 4 -> nic.put("acpiIndex", dice.of(0, 5, 6));
      case 5 -> nic.put("tag", dice.of("", "blue"));
      case 6 -> nic.put("bootOrder", dice.of(1, 2));
      default ->
          nic.remove(
              dice.of(
                  "macAddress", "model", "ports", "pciAddress", "tag", "dhcpOptions", "acpiIndex"));
    }
  }

  /** What Go takes for the same as nothing, and what it does not. */
  private void emptied(Map<String, Object> nic) {
    switch (dice.upTo(5)) {
      case 0 -> nic.put("ports", new ArrayList<>());
      case 1 -> nic.put("portRanges", new ArrayList<>());
      case 2 -> nic.put("dhcpOptions", new LinkedHashMap<>());
      case 3 ->
          nic.put(
              "dhcpOptions",
              new LinkedHashMap<>(
                  Map.of(dice.of("ntpServers", "privateOptions"), new ArrayList<>())));
      default -> nic.put("macAddress", "");
    }
  }

  private void rebind(Map<String, Object> nic) {
    BINDINGS.forEach(nic::remove);
    var binding = dice.of(BINDINGS);
    nic.put(
        binding,
        binding.equals("binding")
            ? new LinkedHashMap<>(Map.of("name", dice.of("passt", "macvtap")))
            : new LinkedHashMap<>());
  }

  private Object renamed(Object multus) {
    var copy = copied(multus);
    if (copy instanceof LinkedHashMap<?, ?> any) {
      @SuppressWarnings("unchecked")
      var map = (Map<String, Object>) any;
      if (dice.oneIn(4)) {
        map.put("default", dice.oneIn(2));
      } else {
        map.put("networkName", dice.of("lan", "vms/lan", "other/lan", "storage"));
      }
    }
    return copy;
  }

  private void pod(Map<String, Object> network) {
    switch (dice.upTo(3)) {
      case 0 -> network.put("pod", new LinkedHashMap<>());
      case 1 -> network.put("pod", new LinkedHashMap<>(Map.of("vmNetworkCIDR", "10.9.0.0/24")));
      default -> {
        network.remove("pod");
        network.put("multus", new LinkedHashMap<>(Map.of("networkName", "lan")));
      }
    }
  }

  private void rename(List<Object> nics, List<Object> networks) {
    var nic = any(nics);
    var name = nic.get("name");
    nic.put("name", "renamed");
    for (var network : networks) {
      if (network instanceof LinkedHashMap<?, ?> map && Objects.equals(map.get("name"), name)) {
        object(map).put("name", "renamed");
      }
    }
  }

  private Map<String, Object> any(List<Object> list) {
    if (list.isEmpty()) {
      list.add(new LinkedHashMap<String, Object>(Map.of("name", "only")));
    }
    return object(dice.of(list));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object any) {
    return (Map<String, Object>) any;
  }

  private static Map<String, Object> object(Map<String, Object> parent, String key) {
    return object(parent.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>()));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> parent, String key) {
    return (List<Object>) parent.computeIfAbsent(key, k -> new ArrayList<>());
  }

  private static Map<String, Object> copy(Map<String, Object> map) {
    return object(copied(map));
  }

  private static Object copied(Object value) {
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<String, Object>();
      map.forEach((k, v) -> copy.put(String.valueOf(k), copied(v)));
      return copy;
    }
    if (value instanceof List<?> list) {
      var copy = new ArrayList<Object>();
      list.forEach(item -> copy.add(copied(item)));
      return copy;
    }
    return value;
  }
}
