package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A network attachment in a few words, each empty where there is nothing to say.
 *
 * @param type the plugins, the first of which makes the interface: {@code cnv-bridge, tuning}
 * @param bridge what it connects to on the node: a bridge, a localnet or a network card
 * @param vlan one id, or the ranges of a trunk
 * @param ipam who gives out addresses, or the subnets of an OVN network
 */
public record NetworkSummary(String type, String bridge, String vlan, String ipam) {
  private static final NetworkSummary OF_THE_NODE =
      new NetworkSummary("(as on the node)", "", "", "");
  private static final NetworkSummary UNREADABLE = new NetworkSummary("(unreadable)", "", "", "");

  /** What the text of {@code spec.config} says, as far as it can be read. */
  public static NetworkSummary of(String config) {
    return config.isEmpty()
        ? OF_THE_NODE
        : CniConfig.read(config).map(NetworkSummary::of).orElse(UNREADABLE);
  }

  private static NetworkSummary of(CniConfig config) {
    return new NetworkSummary(
        config.plugins().stream().map(CniConfig::type).collect(Collectors.joining(", ")),
        first(config, p -> bridge(config, p)),
        first(config, NetworkSummary::vlan),
        first(config, NetworkSummary::ipam));
  }

  private static String first(CniConfig config, Function<JsonNode, Optional<String>> word) {
    return config.plugins().stream().flatMap(p -> word.apply(p).stream()).findFirst().orElse("");
  }

  private static Optional<String> bridge(CniConfig config, JsonNode plugin) {
    return CniConfig.bridge(plugin)
        .or(() -> config.localnet(plugin))
        .or(() -> CniConfig.text(plugin, "master"))
        .or(() -> CniConfig.text(plugin, "device"));
  }

  private static Optional<String> vlan(JsonNode plugin) {
    return Stream.of("vlan", "vlanID", "vlanId")
        .map(key -> plugin.path(key).asText())
        .filter(id -> !id.isEmpty() && !id.equals("0"))
        .findFirst()
        .or(() -> trunk(plugin.path("vlanTrunk")))
        .or(() -> trunk(plugin.path("trunk")));
  }

  private static Optional<String> trunk(JsonNode ranges) {
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(
            StreamSupport.stream(ranges.spliterator(), false)
                .flatMap(NetworkSummary::range)
                .collect(Collectors.joining(",")));
  }

  private static Stream<String> range(JsonNode range) {
    return Stream.of(
            range.path("id").asText(),
            range.has("minID")
                ? range.path("minID").asText() + "-" + range.path("maxID").asText()
                : "")
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> ipam(JsonNode plugin) {
    return CniConfig.text(plugin.path("ipam"), "type").or(() -> CniConfig.text(plugin, "subnets"));
  }
}
