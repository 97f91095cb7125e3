package io.kubevirtnet.e2e.cni;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a pod has that was attached, beside what was asked for. */
record Attached(GeneratedDefinition definition, PodHost host, JsonNode result) {
  private static final int USUAL_MTU = 1500;

  /** Everything that is not as it was asked for. */
  List<String> differences() {
    var link =
        host.list("ip -n " + PodHost.POD + " -d -j addr show dev " + PodHost.INTERFACE).get(0);
    var found = new ArrayList<String>();
    expect(found, "mtu", mtu(), link.path("mtu").asInt());
    asked("mac").ifPresent(mac -> expect(found, "mac", mac, link.path("address").asText()));
    boolean up = flags(link).contains("UP");
    expect(found, "up", main().get("disableContainerInterface") == null, up);
    expect(found, "kind", kind(), link.path("linkinfo").path("info_kind").asText());
    tuned(found, link);
    addresses(found, link);
    if (type().equals("bridge")) {
      bridge(found);
    }
    if (main().containsKey("bridge") && type().equals("tap")) {
      expect(found, "master", main().get("bridge"), link.path("master").asText());
    }
    return found;
  }

  private void tuned(List<String> found, JsonNode link) {
    var tuning = tuning();
    if (tuning.containsKey("promisc")) {
      expect(found, "promiscuity", true, link.path("promiscuity").asInt() > 0);
    }
    if (tuning.containsKey("allmulti")) {
      expect(found, "allmulti", true, flags(link).contains("ALLMULTI"));
    }
    if (tuning.containsKey("txQLen")) {
      expect(found, "txQLen", tuning.get("txQLen"), link.path("txqlen").asInt());
    }
  }

  private void addresses(List<String> found, JsonNode link) {
    var has = new ArrayList<String>();
    link.path("addr_info")
        .forEach(
            a -> {
              if (a.path("scope").asText().equals("global")) {
                has.add(a.path("local").asText() + "/" + a.path("prefixlen").asText());
              }
            });
    var given = new ArrayList<String>();
    result.path("ips").forEach(ip -> given.add(ip.path("address").asText()));
    expect(found, "addresses", given.stream().sorted().toList(), has.stream().sorted().toList());
    expect(found, "ipam", !ipam().isEmpty(), !given.isEmpty());
    if ("static".equals(ipam().get("type"))) {
      expect(found, "static addresses", texts("addresses", "address"), given);
    }
    for (var dst : texts("routes", "dst")) {
      var there =
          host.list("ip -n " + PodHost.POD + " -j route show " + dst).stream()
              .map(r -> r.path("dev").asText())
              .toList();
      expect(found, "route " + dst, List.of(PodHost.INTERFACE), there);
    }
  }

  private void bridge(List<String> found) {
    var name = String.valueOf(main().get("bridge"));
    var ports = host.list("ip -d -j link show master " + name);
    expect(found, "ports", 1, ports.size());
    if (ports.size() != 1) {
      return;
    }
    var port = ports.get(0);
    var data = port.path("linkinfo").path("info_slave_data");
    expect(found, "hairpin", main().containsKey("hairpinMode"), data.path("hairpin").asBoolean());
    expect(
        found, "isolated", main().containsKey("portIsolation"), data.path("isolated").asBoolean());
    var bridge = host.list("ip -d -j addr show dev " + name).get(0);
    expect(found, "bridge", "bridge", bridge.path("linkinfo").path("info_kind").asText());
    expect(
        found,
        "promiscuous bridge",
        main().containsKey("promiscMode"),
        flags(bridge).contains("PROMISC"));
    boolean gateway = main().containsKey("isGateway") || main().containsKey("isDefaultGateway");
    var gateways = new ArrayList<String>();
    bridge.path("addr_info").forEach(a -> gateways.add(a.path("local").asText()));
    result
        .path("ips")
        .forEach(
            ip ->
                expect(
                    found,
                    "gateway " + ip.path("gateway").asText(),
                    gateway,
                    gateways.contains(ip.path("gateway").asText())));
  }

  private static void expect(List<String> found, String what, Object asked, Object has) {
    if (!asked.equals(has)) {
      found.add(what + ": asked for " + asked + ", is " + has);
    }
  }

  private static List<String> flags(JsonNode link) {
    var flags = new ArrayList<String>();
    link.path("flags").forEach(f -> flags.add(f.asText()));
    return flags;
  }

  private String type() {
    return String.valueOf(main().get("type"));
  }

  private String kind() {
    return switch (type()) {
      case "macvlan" -> "macvlan";
      case "tap" -> "tun";
      default -> "veth";
    };
  }

  private int mtu() {
    return Stream.of(tuning(), main())
        .flatMap(p -> Optional.ofNullable((Integer) p.get("mtu")).stream())
        .findFirst()
        .orElse(USUAL_MTU);
  }

  private Optional<Object> asked(String key) {
    return Stream.of(tuning(), main())
        .flatMap(p -> Optional.ofNullable(p.get(key)).stream())
        .findFirst();
  }

  private Map<String, Object> main() {
    return plugins().get(0);
  }

  private Map<String, Object> tuning() {
    return plugins().size() > 1 ? plugins().get(1) : Map.of();
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> plugins() {
    var list = definition.config().get("plugins");
    return list == null ? List.of(definition.config()) : (List<Map<String, Object>>) list;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> ipam() {
    return (Map<String, Object>) main().getOrDefault("ipam", Map.of());
  }

  private List<String> texts(String list, String key) {
    return ((List<?>) ipam().getOrDefault(list, List.of()))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get(key))).toList();
  }
}
