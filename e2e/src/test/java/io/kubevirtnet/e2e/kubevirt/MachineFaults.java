package io.kubevirtnet.e2e.kubevirt;

import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Breaks the networks of a machine at one place; some of it breaks nothing. */
final class MachineFaults {
  private final Dice dice;
  private final FieldFaults fields;

  MachineFaults(Dice dice) {
    this.dice = dice;
    this.fields = new FieldFaults(dice);
  }

  void apply(Map<String, Object> spec) {
    var devices = object(object(spec, "domain"), "devices");
    var nics = list(devices, "interfaces");
    var networks = list(spec, "networks");
    if (nics.isEmpty()) {
      nics.add(new LinkedHashMap<>(Map.of("name", "red", "bridge", Map.of())));
    }
    if (networks.isEmpty()) {
      networks.add(network("red", "multus", Map.of("networkName", "lan")));
    }
    switch (dice.upTo(19)) {
      case 0, 1, 2 -> source(networks, spec);
      case 3 -> pairs(nics, networks);
      case 4, 5, 6 -> binding(nic(nics), networks);
      case 7 -> fields.ports(onPod(nics, networks));
      case 8 -> fields.ranges(onPod(nics, networks));
      case 9 -> fields.dhcp(nic(nics));
      case 10 -> fields.field(nic(nics));
      case 11, 12, 13 -> new RestGenerator(dice).damage(spec, devices);
      case 14, 15 -> fields.ranges(onPod(nics, networks));
      case 16 -> claims(networks);
      case 17 -> {
        devices.remove("interfaces");
        devices.remove("autoattachPodInterface");
        spec.remove("networks");
      }
      default -> odd(spec, nics, networks);
    }
  }

  private void source(List<Object> networks, Map<String, Object> spec) {
    var network = nic(networks);
    switch (dice.upTo(12)) {
      case 0 -> network.put("pod", new LinkedHashMap<>());
      case 1 -> network.put("multus", multus("lan", true));
      case 2 -> network.put("multus", multus(dice.of("", "lan"), false));
      case 3 -> {
        network.remove("pod");
        network.remove("multus");
        network.remove("resourceClaim");
      }
      case 4 -> networks.add(network("second", "pod", Map.of()));
      case 5 -> networks.add(network("third", "multus", multus("lan", true)));
      case 6 -> network.put("name", dice.of("red", "default", "", "a.b"));
      case 7 ->
          network.put(
              "resourceClaim",
              claimed(dice.of("nics", "more", "none", ""), dice.of("r0", "r1", "")));
      case 8 -> spec.put("resourceClaims", new ArrayList<>());
      case 9 -> {
        network.remove("multus");
        network.remove("pod");
        network.put("resourceClaim", claimed(dice.of("nics", "none"), dice.of("r0", "r1")));
      }
      case 10 -> networks.add(copied(network));
      default -> network.put("multus", multus("", dice.oneIn(2)));
    }
  }

  private void claims(List<Object> networks) {
    for (var network : networks) {
      if (network instanceof Map<?, ?> any && any.get("resourceClaim") instanceof Map<?, ?> claim) {
        @SuppressWarnings("unchecked")
        var map = (Map<String, Object>) claim;
        map.put(
            dice.of("claimName", "requestName", "requestName"),
            dice.of("", "nics", "r0", "r0", "more"));
      }
    }
  }

  private void pairs(List<Object> nics, List<Object> networks) {
    switch (dice.upTo(6)) {
      case 0 -> nics.remove(dice.upTo(nics.size()));
      case 1 -> networks.remove(dice.upTo(networks.size()));
      case 2 -> nics.add(copied(nic(nics)));
      case 3 -> nic(nics).put("name", dice.of("red", "other", "", "net.1", "a b", "é", "A_b-9"));
      case 4 -> {
        var name = dice.of("net.1", "", "a/b", "ü");
        nic(nics).put("name", name);
        nic(networks).put("name", name);
      }
      default -> networks.add(network("unused", "multus", multus("lan", false)));
    }
  }

  private void binding(Map<String, Object> nic, List<Object> networks) {
    switch (dice.upTo(9)) {
      case 0 ->
          List.of("bridge", "masquerade", "sriov", "passtBinding", "binding").forEach(nic::remove);
      case 1, 2 -> nic.put(dice.of("slirp", "macvtap", "passt"), new LinkedHashMap<>());
      case 3 -> nic.put("binding", new LinkedHashMap<>(Map.of("name", dice.of("passt", ""))));
      case 4 -> {
        List.of("bridge", "sriov", "binding").forEach(nic::remove);
        nic.put(dice.of("masquerade", "passtBinding"), new LinkedHashMap<>());
      }
      case 5 -> {
        List.of("masquerade", "sriov", "passtBinding", "binding").forEach(nic::remove);
        nic.put("bridge", new LinkedHashMap<>());
        nic.put("state", dice.of("absent", "absent", "down", "Up"));
      }
      case 6 -> nic.put("state", dice.of("absent", "up", "down", "Down", "removed", " ", ""));
      case 7 -> {
        nic.put("masquerade", new LinkedHashMap<>());
        nic.put("macAddress", dice.of("02:00:00:00:00:00", "02-00-00-00-00-00", "0200.0000.0000"));
        if (dice.oneIn(2)) {
          nic(networks).put("pod", new LinkedHashMap<>());
        }
      }
      default ->
          nic.put(dice.of("bridge", "masquerade", "sriov", "passtBinding"), new LinkedHashMap<>());
    }
  }

  /** What a decoder does not take, what nobody reads, and nothing at all. */
  private void odd(Map<String, Object> spec, List<Object> nics, List<Object> networks) {
    var target = dice.oneIn(2) ? nic(nics) : nic(networks);
    switch (dice.upTo(4)) {
      case 0 -> target.put(dice.of("mtu", "vlan", "type", "mac", "networkName"), dice.of(1, "x"));
      case 1 ->
          target.put(
              dice.of(
                  "name", "model", "macAddress", "pod", "bridge", "ports", "multus", "bootOrder"),
              dice.of(5, true, "text", -1, 1.5, List.of("x"), List.of(), Map.of("port", "x")));
      case 2 -> {
        dice.some(List.copyOf(target.keySet()), 1).forEach(target::remove);
      }
      default ->
          spec.put(dice.of("networks", "resourceClaims"), dice.of("x", List.of(5), 1, List.of()));
    }
  }

  /** An interface whose network is made one of the pod. */
  private Map<String, Object> onPod(List<Object> nics, List<Object> networks) {
    var nic = nic(nics);
    if (dice.oneIn(4)) {
      return nic;
    }
    for (var network : networks) {
      if (network instanceof Map<?, ?> any && Objects.equals(any.get("name"), nic.get("name"))) {
        @SuppressWarnings("unchecked")
        var map = (Map<String, Object>) any;
        map.remove("multus");
        map.remove("resourceClaim");
        map.put("pod", new LinkedHashMap<>());
      }
    }
    if (dice.oneIn(2)) {
      List.of("bridge", "sriov", "passtBinding", "binding").forEach(nic::remove);
      nic.put("masquerade", new LinkedHashMap<>());
    }
    return nic;
  }

  private static Map<String, Object> network(String name, String source, Map<String, ?> how) {
    var network = new LinkedHashMap<String, Object>();
    network.put("name", name);
    network.put(source, new LinkedHashMap<>(how));
    return network;
  }

  private static Map<String, Object> multus(String name, boolean isDefault) {
    var multus = new LinkedHashMap<String, Object>();
    multus.put("networkName", name);
    if (isDefault) {
      multus.put("default", true);
    }
    return multus;
  }

  private static Map<String, Object> claimed(String claim, String request) {
    return new LinkedHashMap<>(Map.of("claimName", claim, "requestName", request));
  }

  /** Any object of a list; one that is put there where there is none. */
  private Map<String, Object> nic(List<Object> list) {
    var objects = new ArrayList<Map<String, Object>>();
    for (var item : list) {
      if (item instanceof Map<?, ?> any) {
        @SuppressWarnings("unchecked")
        var map = (Map<String, Object>) any;
        objects.add(map);
      }
    }
    if (objects.isEmpty()) {
      var added = new LinkedHashMap<String, Object>(Map.of("name", "red"));
      list.add(added);
      return added;
    }
    return dice.of(objects);
  }

  static Map<String, Object> object(Map<String, Object> parent, String key) {
    if (parent.get(key) instanceof LinkedHashMap<?, ?> any) {
      @SuppressWarnings("unchecked")
      var map = (Map<String, Object>) any;
      return map;
    }
    var added = new LinkedHashMap<String, Object>();
    parent.put(key, added);
    return added;
  }

  static List<Object> list(Map<String, Object> parent, String key) {
    if (parent.get(key) instanceof ArrayList<?> any) {
      @SuppressWarnings("unchecked")
      var list = (List<Object>) any;
      return list;
    }
    var added = new ArrayList<>();
    parent.put(key, added);
    return added;
  }

  private static Map<String, Object> copied(Map<String, Object> map) {
    return new LinkedHashMap<>(map);
  }
}
