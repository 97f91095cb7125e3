package io.kubevirtnet.provider.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A network attachment, right or not.
 *
 * @param plugins of its config in their order; none when that can not be read
 */
record Attachment(LiveObject object, List<JsonNode> plugins) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Set<String> LINUX_BRIDGE = Set.of("bridge", "cnv-bridge");

  /** A bridge of a node, and the type that NMState has for it. */
  record Bridge(String name, String type) {}

  Attachment {
    plugins = List.copyOf(plugins);
  }

  static Attachment of(LiveObject object) {
    return new Attachment(object, plugins(object.text("/spec/config")));
  }

  static List<Attachment> all(Picture cluster) {
    return cluster.all(Subject.DEFINITION).stream().map(Attachment::of).toList();
  }

  private static List<JsonNode> plugins(String config) {
    try {
      var root = MAPPER.readTree(config);
      return root.path("plugins").isArray()
          ? StreamSupport.stream(root.path("plugins").spliterator(), false).toList()
          : root.isObject() ? List.of(root) : List.of();
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  String key() {
    return object.key();
  }

  boolean uses(String type) {
    return plugins.stream().anyMatch(p -> p.path("type").asText().equals(type));
  }

  boolean asksForAddresses(String ipam) {
    return plugins.stream().anyMatch(p -> p.path("ipam").path("type").asText().equals(ipam));
  }

  /** What a device plugin or a bridge marker offers for it. */
  Optional<String> device() {
    return Optional.of(object.annotation("k8s.v1.cni.cncf.io/resourceName"))
        .filter(d -> !d.isEmpty());
  }

  Optional<Bridge> bridge() {
    return plugins.stream()
        .filter(p -> !p.path("bridge").asText().isEmpty())
        .flatMap(p -> bridge(p).stream())
        .findFirst();
  }

  private static Optional<Bridge> bridge(JsonNode plugin) {
    var type = plugin.path("type").asText();
    var name = plugin.path("bridge").asText();
    if (LINUX_BRIDGE.contains(type)) {
      return Optional.of(new Bridge(name, "linux-bridge"));
    }
    return type.equals("ovs") ? Optional.of(new Bridge(name, "ovs-bridge")) : Optional.empty();
  }

  /** The gateways that its ipam names. */
  List<String> gateways() {
    return plugins.stream()
        .map(p -> p.path("ipam"))
        .flatMap(ipam -> ipam.findValues("gateway").stream())
        .map(JsonNode::asText)
        .filter(t -> !t.isEmpty())
        .distinct()
        .toList();
  }
}
