package io.kubevirtnet.e2e.nmstate;

import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policies with captures and templates, right and wrong, and a node for each. */
final class CaptureGenerator {
  private static final List<String> INDEPENDENT =
      List.of(
          "interfaces.name == \"eth0\"",
          "interfaces.name==\"eth1\"",
          "interfaces.type==\"ethernet\"",
          "interfaces.type == ethernet",
          "interfaces.state==\"up\"",
          "interfaces.mtu == 1500",
          "interfaces.ipv4.enabled == true",
          "interfaces.ipv4.address.ip == \"192.0.2.10\"",
          "interfaces.bridge.port.name == eth1",
          "interfaces.mac-address == \"02:00:00:00:00:01\"",
          "routes.running.destination==\"0.0.0.0/0\"",
          "routes.config.next-hop-interface == eth0",
          "route-rules.config.priority == 1000",
          "route-rules.config.ip-from := \"198.51.100.0/24\"",
          "interfaces.lldp.enabled := \"true\"",
          "interfaces.mtu := 1400",
          "interfaces.description := \"words\"",
          "interfaces.description := null",
          "routes.running.next-hop-interface := \"br1\"",
          "routes.config.metric := 50",
          "interfaces.name == \"nothing\"",
          "interfaces.nothing == 1",
          "routes.destination == x",
          "routes.other.destination == x",
          "hostname.running == x",
          "dns-resolver.running",
          "interfaces.name",
          "routes.running",
          "interfaces.ethernet.speed := 1000",
          "interfaces.mtu := 12x",
          "routes.running.destination = 5",
          "interfaces.name == ",
          "== 5",
          "interfaces.name == \"eth0",
          "interfaces.name : = 5",
          "interfaces.name == a b",
          "");
  private static final List<String> DEPENDENT =
      List.of(
          "capture.%s | interfaces.lldp.enabled := true",
          "capture.%s | interfaces.type == ethernet",
          "capture.%s | routes.running.next-hop-interface := \"br1\"",
          "capture.%s | interfaces.name",
          "interfaces.name == capture.%s.routes.running.0.next-hop-interface",
          "interfaces.name == capture.%s.interfaces.0.name",
          "interfaces.mtu := capture.%s.interfaces.0.mtu",
          "capture.%s.interfaces.name == \"eth0\"",
          "capture.%s.interfaces.0",
          "capture.%s",
          "capture.%s | ",
          "capture.%s | eth0",
          "capture.%s.x | interfaces.name == eth0",
          "interfaces.name == capture.%s");
  private static final List<String> TEMPLATES =
      List.of(
          "{{ capture.%s.interfaces.0.name }}",
          "{{capture.%s.interfaces.0.name}}",
          "{{ capture.%s.interfaces.0.name }}.5",
          "br-{{ capture.%s.interfaces.0.name }}",
          "{{ capture.%s.interfaces.0.mac-address }}",
          "{{ capture.%s.interfaces.0.ipv4 }}",
          "{{ capture.%s.interfaces.0.ipv4.address }}",
          "{{ capture.%s.interfaces.0.mtu }}",
          "x{{ capture.%s.interfaces.0.mtu }}",
          "{{ capture.%s.interfaces.5.name }}",
          "{{ capture.%s.interfaces.0.nothing }}",
          "{{ capture.%s.routes.running }}",
          "{{ capture.%s.routes.running.0.next-hop-address }}",
          "{{ capture.%s.interfaces.name }}",
          "{{ %s.interfaces.0.name }}",
          "{{ capture.%s }}",
          "{{ capture }}",
          "{{ capture.%s.interfaces.0.name }",
          "{ capture.%s.interfaces.0.name }}",
          "}} capture.%s.a {{",
          "{{ }}",
          "{{ a.b c.d }}",
          "{{ capture.%s.interfaces.0.name }} {{ a.b }}");

  private final Dice dice;
  private final List<String> names = new ArrayList<>();

  private CaptureGenerator(Dice dice) {
    this.dice = dice;
  }

  /** A policy as {@code nmstatectl policy} reads it, and the node. */
  record Case(
      Map<String, Object> capture, Map<String, Object> desired, Map<String, Object> current) {}

  static Case next(long seed) {
    var dice = new Dice(seed);
    return new CaptureGenerator(dice).next(new NodeGenerator(dice).next());
  }

  private Case next(Map<String, Object> current) {
    var captures = new LinkedHashMap<String, Object>();
    int count = dice.upTo(4);
    for (int i = 0; i < count; i++) {
      names.add("c" + i);
    }
    for (var name : names) {
      captures.put(name, dice.oneIn(3) ? dependent() : independent());
    }
    return new Case(captures, desired(), current);
  }

  private String independent() {
    return dice.of(dice.oneIn(12) ? INDEPENDENT : INDEPENDENT.subList(0, 18));
  }

  private String dependent() {
    return dice.of(dice.oneIn(10) ? DEPENDENT : DEPENDENT.subList(0, 8)).formatted(name());
  }

  private String name() {
    return names.isEmpty() || dice.oneIn(30) ? "other" : dice.of(names);
  }

  private String template() {
    return dice.of(dice.oneIn(8) ? TEMPLATES : TEMPLATES.subList(0, 4)).replace("%s", name());
  }

  private Map<String, Object> desired() {
    var bridge =
        dice.draft()
            .with("name", "br1")
            .with("type", "linux-bridge")
            .with("state", "up")
            .maybe(3, "description", this::template)
            .maybe(
                8,
                "mac-address",
                () -> "{{ capture.%s.interfaces.0.mac-address }}".replace("%s", name()))
            .maybe(4, "ipv4", () -> "{{ capture.%s.interfaces.0.ipv4 }}".replace("%s", name()))
            .maybe(4, "mtu", () -> "{{ capture.%s.interfaces.0.mtu }}".replace("%s", name()))
            .maybe(3, "bridge", () -> Map.of("port", List.of(Map.of("name", template()))));
    var state = dice.draft().with("interfaces", List.of(bridge.map()));
    state.maybe(
        8,
        "routes",
        () -> Map.of("config", "{{ capture.%s.routes.running }}".replace("%s", name())));
    return state.map();
  }
}
