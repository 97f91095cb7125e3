package io.kubevirtnet.e2e.kubevirt;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.e2e.kubevirt.ClusterGenerator.Cluster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Interfaces that nobody refuses, each for a network of its kind. */
final class InterfaceGenerator {
  private final Dice dice;
  private final Cluster cluster;

  InterfaceGenerator(Dice dice, Cluster cluster) {
    this.dice = dice;
    this.cluster = cluster;
  }

  Map<String, Object> on(Map<String, Object> network) {
    var nic = new LinkedHashMap<String, Object>();
    nic.put("name", network.get("name"));
    boolean pod = network.containsKey("pod");
    var binding = binding(network);
    if (binding.equals("binding")) {
      nic.put("binding", Map.of("name", dice.of("passt", "macvtap", "other")));
    } else {
      nic.put(binding, Map.of());
    }
    if (dice.oneIn(4)) {
      nic.put("model", dice.of("virtio", "e1000", "e1000e", "igb", "ne2k_pci", "pcnet", "rtl8139"));
    }
    if (dice.oneIn(3)) {
      nic.put("macAddress", mac());
    }
    if (dice.oneIn(8)) {
      nic.put("pciAddress", dice.of("0000:81:00.1", "0000:0A:1f.7", "0000:00:00.0"));
    }
    if (dice.oneIn(10)) {
      nic.put("acpiIndex", dice.of(1, 7, 16383, 0));
    }
    if (dice.oneIn(10)) {
      nic.put("tag", dice.of("", "red"));
    }
    if (dice.oneIn(5)) {
      nic.put("dhcpOptions", dhcp());
    }
    if (dice.oneIn(4)) {
      nic.put("ports", ports());
    } else if (cluster.ranges() && dice.oneIn(3) && (binding.equals("masquerade") || !pod)) {
      nic.put("portRanges", ranges());
    }
    state(nic, network, binding);
    return nic;
  }

  private String binding(Map<String, Object> network) {
    var fit = new ArrayList<>(List.of("binding", "sriov"));
    if (network.containsKey("pod")) {
      fit.addAll(List.of("masquerade", "masquerade", "masquerade"));
      if (cluster.passt()) {
        fit.addAll(List.of("passtBinding", "passtBinding"));
      }
      if (cluster.permitBridge()) {
        fit.add("bridge");
      }
    } else if (network.containsKey("multus")) {
      fit.addAll(List.of("bridge", "bridge", "bridge"));
    }
    return dice.of(fit);
  }

  private void state(Map<String, Object> nic, Map<String, Object> network, String binding) {
    if (binding.equals("bridge") && isSecondary(network) && dice.oneIn(6)) {
      nic.put("state", "absent");
    } else if (!binding.equals("sriov") && dice.oneIn(5)) {
      nic.put("state", dice.of("up", "down", ""));
    }
  }

  private static boolean isSecondary(Map<String, Object> network) {
    return network.get("multus") instanceof Map<?, ?> m && !Boolean.TRUE.equals(m.get("default"));
  }

  String mac() {
    var octets = new ArrayList<String>();
    for (int i = 0; i < 6; i++) {
      octets.add("%02x".formatted(dice.upTo(256)));
    }
    if (dice.oneIn(6)) {
      var all = String.join("", octets);
      return all.substring(0, 4) + "." + all.substring(4, 8) + "." + all.substring(8);
    }
    var mac = String.join(dice.oneIn(6) ? "-" : ":", octets);
    return dice.oneIn(6) ? mac.toUpperCase(Locale.ROOT) : mac;
  }

  List<Object> ports() {
    var ports = new ArrayList<Object>();
    var names = new ArrayList<>(List.of("http", "dns-1", "a", "x9", "long-port-name1"));
    for (int i = dice.upTo(4); i > 0; i--) {
      var port = dice.draft();
      port.maybe(2, "name", () -> names.remove(dice.upTo(names.size())));
      port.maybe(2, "protocol", () -> dice.of("TCP", "UDP", ""));
      ports.add(port.with("port", dice.of(1, 80, 443, 8080, 65535)).map());
    }
    return ports;
  }

  List<Object> ranges() {
    var ranges = new ArrayList<Object>();
    int next = 1;
    for (int i = dice.upTo(5); i > 0; i--) {
      int end = next + dice.upTo(1000);
      ranges.add(
          new LinkedHashMap<String, Object>(
              Map.of("protocol", dice.of("TCP", "UDP"), "start", next, "end", end)));
      next = end + 1 + dice.upTo(1000);
    }
    return ranges;
  }

  private Map<String, Object> dhcp() {
    var options = dice.draft();
    options.maybe(2, "bootFileName", () -> "pxe.0");
    options.maybe(3, "tftpServerName", () -> "boot.example");
    options.maybe(2, "ntpServers", () -> dice.some(List.of("10.0.0.1", "192.0.2.7", "0.0.0.0"), 3));
    options.maybe(2, "privateOptions", this::privateOptions);
    return options.map();
  }

  private List<Object> privateOptions() {
    var options = new ArrayList<Object>();
    for (int number : dice.some(List.of(224, 225, 240, 253, 254), 3)) {
      options.add(new LinkedHashMap<String, Object>(Map.of("option", number, "value", "v")));
    }
    return options;
  }
}
