package io.kubevirtnet.e2e.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One component that must be refused.
 *
 * @param finds every error, as code and property path
 */
record BadInput(String name, String type, Map<String, Object> inputs, List<String> finds) {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final String SECRET = "${secret:";

  /** What stands in secrets of the cases and must never be printed. */
  static final String CANARY = "hunter2";

  static List<BadInput> all() {
    try {
      JsonNode cases =
          YAML.readTree(E2eFolder.path("src/test/resources/bad-inputs/cases.yaml").toFile());
      return cases.properties().stream().map(BadInput::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static BadInput of(Map.Entry<String, JsonNode> entry) {
    JsonNode node = entry.getValue();
    return new BadInput(
        entry.getKey(),
        node.get("type").asText(),
        YAML.convertValue(node.get("inputs"), Map.class),
        YAML.convertValue(node.get("finds"), List.class));
  }

  /** The good components that cases refer to, and are made after. */
  record Good(
      Output<?> bridge,
      Output<?> ovsBridge,
      Output<?> attachment,
      Output<?> nodeType,
      ComponentResourceOptions after) {

    static Good make(AnyComponent.Mode mode) {
      var br1 =
          mode.make(
              "BridgeNetwork",
              "br1",
              Map.of(
                  "uplink",
                  Map.of("nic", "ens4"),
                  "mtu",
                  1500,
                  "interfaces",
                  List.of(Map.of("name", "dummy9", "type", "dummy", "state", "up")),
                  "rollout",
                  "plain"));
      var ovs1 =
          mode.make(
              "BridgeNetwork",
              "ovs1",
              Map.of(
                  "kind",
                  "ovs-bridge",
                  "uplink",
                  Map.of("nic", "ens9"),
                  "localnets",
                  List.of("physnet"),
                  "rollout",
                  "plain"));
      var lan =
          mode.make(
              "NetworkAttachment",
              "lan",
              Map.of(
                  "namespace",
                  "vms",
                  "linuxBridge",
                  Map.of("bridge", br1.output("bridge"), "vlan", 100)));
      var small =
          mode.make(
              "KubeVirtNodeType",
              "small",
              Map.of("resources", Map.of("cpu", "2", "memory", "4Gi"), "podNetwork", "keep"));
      return new Good(
          br1.output("bridge"),
          ovs1.output("bridge"),
          lan.output("attachment"),
          small.output("nodeType"),
          ComponentResourceOptions.builder()
              .dependsOn((Resource) br1, (Resource) ovs1, (Resource) lan, (Resource) small)
              .build());
    }
  }

  void make(AnyComponent.Mode mode, Good good) {
    mode.make("kubevirtnet:index:" + type, name, asMap(fill(inputs, good)), good.after());
  }

  private Object fill(Object value, Good good) {
    if (value instanceof Map<?, ?> map) {
      var filled = new LinkedHashMap<String, Object>();
      map.forEach(
          (key, v) -> filled.put(String.valueOf(key), fill(Objects.requireNonNull(v), good)));
      return filled;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(v -> fill((Object) v, good)).toList();
    }
    if (value instanceof String text && text.startsWith(SECRET)) {
      return Output.ofSecret(text.substring(SECRET.length(), text.length() - 1));
    }
    if (value instanceof String text && text.startsWith("${")) {
      return switch (text) {
        case "${nic}" -> "en" + Math.floorMod(name.hashCode(), 1_000_000);
        case "${bridge}" -> good.bridge();
        case "${ovsBridge}" -> good.ovsBridge();
        case "${attachment}" -> good.attachment();
        case "${nodeType}" -> good.nodeType();
        default -> throw new IllegalArgumentException(text);
      };
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object filled) {
    return (Map<String, Object>) filled;
  }

  @Override
  public String toString() {
    return name;
  }
}
