package io.kubevirtnet.e2e.kubevirt;

import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Breaks one field of an interface. */
final class FieldFaults {
  private final Dice dice;

  FieldFaults(Dice dice) {
    this.dice = dice;
  }

  void ports(Map<String, Object> nic) {
    var ports = MachineFaults.list(nic, "ports");
    var port = new LinkedHashMap<String, Object>();
    port.put("port", dice.of(0, -1, 65535, 65536, 65537, 80, 99999));
    if (dice.oneIn(2)) {
      port.put(
          "name",
          dice.of(
              "http",
              "http",
              "a",
              "",
              "1",
              "9-9",
              "-x",
              "x-",
              "a--b",
              "Http",
              "x_y",
              "sixteen-letters1"));
    }
    if (dice.oneIn(2)) {
      port.put("protocol", dice.of("tcp", "udp", "SCTP", "TCP", ""));
    }
    ports.add(port);
    if (dice.oneIn(3)) {
      ports.add(new LinkedHashMap<>(port));
    }
  }

  void ranges(Map<String, Object> nic) {
    if (dice.oneIn(2)) {
      nic.remove("ports");
    }
    if (dice.oneIn(8)) {
      nic.put(dice.of("ports", "portRanges"), new ArrayList<>());
      return;
    }
    var ranges = MachineFaults.list(nic, "portRanges");
    for (int i = dice.oneIn(6) ? 11 : 1 + dice.upTo(4); i > 0; i--) {
      var range = new LinkedHashMap<String, Object>();
      int start = dice.of(1, 80, 100, 8080);
      range.put("protocol", dice.oneIn(6) ? dice.of("", "tcp") : dice.of("TCP", "UDP"));
      range.put("start", dice.oneIn(4) ? dice.of(0, -1, 65535, 65536) : start);
      range.put("end", dice.oneIn(3) ? dice.of(0, 1, 2, 65535, 65536) : start + dice.upTo(60));
      ranges.add(range);
    }
  }

  void dhcp(Map<String, Object> nic) {
    var options = MachineFaults.object(nic, "dhcpOptions");
    if (dice.oneIn(2)) {
      var given = MachineFaults.list(options, "privateOptions");
      int number = dice.of(0, 10, 223, 224, 254, 255, -1, 240);
      for (int i = 1 + dice.upTo(2); i > 0; i--) {
        given.add(new LinkedHashMap<String, Object>(Map.of("option", number, "value", "x")));
      }
    } else {
      MachineFaults.list(options, "ntpServers")
          .add(
              dice.of(
                  "10.0.0.1",
                  "fd00::1",
                  "ntp.example",
                  "",
                  "10.0.0.256",
                  "010.0.0.1",
                  "10.0.0.08",
                  "1.2.3",
                  "::ffff:10.0.0.1",
                  " 10.0.0.1",
                  "0x0a.0.0.1",
                  "10.00.0.1"));
    }
  }

  void field(Map<String, Object> nic) {
    switch (dice.upTo(5)) {
      case 0 -> nic.put("model", dice.of("virtio", "VirtIO", "vmxnet3", "", "e1000 "));
      case 1, 2 ->
          nic.put(
              "macAddress",
              dice.of(
                  "",
                  "02:00:00:00:00",
                  "02:00:00:00:00:0g",
                  "02:00:00:00:00:00:00:01",
                  "02-00-00-00-00-01",
                  "02:00-00:00:00:01",
                  "0200.5e10.0001",
                  "0200.5e10.0001.0203",
                  "2:0:0:0:0:1",
                  "020000000001",
                  "00:00:00:00:fe:80:00:00:00:00:00:00:02:00:5e:10:00:00:00:01",
                  " 02:00:00:00:00:01",
                  "ff:ff:ff:ff:ff:ff"));
      default ->
          nic.put(
              "pciAddress",
              dice.of(
                  "0000:81:01.10",
                  "0000:81:01.8",
                  "81:01.0",
                  "",
                  "0000:8g:01.0",
                  "0000:81:1f.7",
                  "00000:81:01.0",
                  "0000:81:01.0 ",
                  "0000-81-01.0",
                  "FFFF:FF:FF.7"));
    }
  }
}
