package io.kubevirtnet.e2e.kubevirt;

import io.kubevirtnet.e2e.chance.Dice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What else of a machine has to do with networks: boot order, probes, cloud-init and DNS. */
final class RestGenerator {
  private static final String DATA = "version: 2\nethernets: {}\n";

  /** More does not fit into an object, says KubeVirt. */
  private static final int LARGEST = 2048;

  private final Dice dice;

  RestGenerator(Dice dice) {
    this.dice = dice;
  }

  /** Some of it, so that nobody refuses it. */
  void add(Map<String, Object> spec, Map<String, Object> devices) {
    if (dice.oneIn(3)) {
      bootOrder(devices);
    }
    if (dice.oneIn(6)) {
      spec.put("hostname", dice.of("web", "web-1", "a"));
      spec.put("subdomain", dice.of("vms", "vms.example", "a-b.c"));
    }
    if (dice.oneIn(6)) {
      spec.put("dnsPolicy", dice.of("Default", "ClusterFirst", "ClusterFirstWithHostNet"));
    } else if (dice.oneIn(8)) {
      spec.put("dnsPolicy", "None");
      spec.put("dnsConfig", dns());
    }
    if (dice.oneIn(5)) {
      cloudInit(spec, devices);
    }
    if (dice.oneIn(5) && hasPodNetwork(spec)) {
      spec.put(dice.of("readinessProbe", "livenessProbe"), probe());
    }
  }

  /** Breaks it at one place; some of it breaks nothing. */
  void damage(Map<String, Object> spec, Map<String, Object> devices) {
    switch (dice.upTo(6)) {
      case 0 -> disorder(devices);
      case 1 ->
          spec.put(
              dice.of("hostname", "subdomain"),
              dice.of("Web", "a_b", "-a", "a.b", "a-", "x".repeat(64), "a..b", ""));
      case 2 -> noDns(spec);
      case 3, 4 -> noCloudInit(spec, devices);
      default -> spec.put(dice.of("readinessProbe", "livenessProbe"), probe());
    }
  }

  private void bootOrder(Map<String, Object> devices) {
    int order = 1 + dice.upTo(3);
    for (var nic : objects(devices.get("interfaces"))) {
      if (dice.oneIn(2)) {
        nic.put("bootOrder", order);
        order += 1 + dice.upTo(2);
      }
    }
  }

  private void disorder(Map<String, Object> devices) {
    for (var nic : objects(devices.get("interfaces"))) {
      if (dice.oneIn(2)) {
        nic.put("bootOrder", dice.of(0, 1, 1, 2, 2));
      }
    }
    for (var disk : objects(devices.get("disks"))) {
      disk.put("bootOrder", dice.of(1, 2));
    }
  }

  private Map<String, Object> dns() {
    return dice.draft()
        .with(
            "nameservers",
            new ArrayList<>(dice.of(List.of("10.0.0.1"), List.of("10.0.0.1", "fd00::1"))))
        .maybe(2, "searches", () -> new ArrayList<>(List.of("example.com", "a.b")))
        .maybe(2, "options", () -> List.of(Map.of("name", "ndots", "value", "2")))
        .map();
  }

  private void noDns(Map<String, Object> spec) {
    switch (dice.upTo(6)) {
      case 0 -> spec.put("dnsPolicy", dice.of("none", "Cluster", "None"));
      case 1 -> {
        spec.put("dnsPolicy", "None");
        spec.remove("dnsConfig");
      }
      case 2 -> {
        spec.put("dnsPolicy", "None");
        spec.put("dnsConfig", new LinkedHashMap<>(Map.of("nameservers", List.of())));
      }
      case 3 ->
          spec.put(
              "dnsConfig",
              new LinkedHashMap<>(
                  Map.of(
                      "nameservers",
                      dice.of(
                          List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"),
                          List.of("dns.example"),
                          List.of("10.0.0.1", "")))));
      case 4 ->
          spec.put(
              "dnsConfig",
              new LinkedHashMap<>(
                  Map.of(
                      "searches",
                      dice.of(
                          List.of("a", "b", "c", "d", "e", "f", "g"),
                          List.of("a_b"),
                          List.of("-x", "y"),
                          List.of(
                              "x".repeat(60) + "." + "y".repeat(60),
                              "z".repeat(63),
                              "w".repeat(63),
                              "v".repeat(60))))));
      default ->
          spec.put(
              "dnsConfig",
              new LinkedHashMap<>(
                  Map.of("options", List.of(Map.of("value", "2"), Map.of("name", "debug")))));
    }
  }

  private void cloudInit(Map<String, Object> spec, Map<String, Object> devices) {
    var source = dice.draft().with("userData", "#cloud-config\n");
    switch (dice.upTo(3)) {
      case 0 -> source.with("networkData", DATA);
      case 1 -> source.with("networkDataBase64", encoded(DATA));
      default -> source.with("networkDataSecretRef", Map.of("name", "network"));
    }
    volume(spec, devices, source.map());
  }

  private void noCloudInit(Map<String, Object> spec, Map<String, Object> devices) {
    var large = "#".repeat(LARGEST + dice.upTo(3) - 1) + dice.of("", "\u00fc");
    var source = dice.draft().with("userData", "#cloud-config\n");
    source.maybe(2, "networkData", () -> dice.of(DATA, large, ""));
    source.maybe(
        2, "networkDataBase64", () -> dice.of(encoded(large), encoded(DATA), "%%%", "abc", ""));
    source.maybe(3, "networkDataSecretRef", () -> Map.of("name", "network"));
    volume(spec, devices, source.map());
  }

  private void volume(
      Map<String, Object> spec, Map<String, Object> devices, Map<String, Object> source) {
    var name = "init";
    spec.put(
        "volumes",
        new ArrayList<>(
            List.of(
                new LinkedHashMap<>(
                    Map.of(
                        "name",
                        name,
                        dice.of("cloudInitNoCloud", "cloudInitConfigDrive"),
                        source)))));
    devices.put(
        "disks",
        new ArrayList<>(
            List.of(new LinkedHashMap<>(Map.of("name", name, "disk", Map.of("bus", "virtio"))))));
  }

  private Map<String, Object> probe() {
    return dice.of(
        Map.of("httpGet", Map.of("port", 80)),
        Map.of("tcpSocket", Map.of("port", 22)),
        Map.of("exec", Map.of("command", List.of("true"))),
        Map.of("guestAgentPing", Map.of()));
  }

  private static boolean hasPodNetwork(Map<String, Object> spec) {
    return objects(spec.get("networks")).stream().anyMatch(n -> n.containsKey("pod"));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Map<String, Object>> objects(@Nullable Object list) {
    var objects = new ArrayList<Map<String, Object>>();
    if (list instanceof List<?> items) {
      for (var item : items) {
        if (item instanceof Map<?, ?> any) {
          @SuppressWarnings("unchecked")
          var map = (Map<String, Object>) any;
          objects.add(map);
        }
      }
    }
    return objects;
  }
}
