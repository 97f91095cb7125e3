package io.kubevirtnet.provider.netris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.netris.ControllerCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Has the conversations of the catalogue; each ends in its own finding alone. */
@Timeout(120)
class ControllerExamplesTest {
  private static final JsonMapper JSON = new JsonMapper();

  static List<Rule> conversations() {
    return ControllerCatalogue.ALL.stream()
        .filter(r -> r.example().startsWith("asked:") && !r.example().contains("offline:"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void findsJustThisInTheExampleOf(Rule rule) {
    var example = Asking.yaml(rule.example());
    var script = part(example, "controller");

    try (var controller = controller(script)) {
      play(script, controller);
      var answer = new Asking(controller.url()).ask(part(example, "asked"));

      assertThat(answer.findings())
          .extracting(Finding::code, Finding::severity)
          .containsExactly(tuple(rule.code(), rule.severity()));
      assertThat(answer.findings())
          .allSatisfy(
              f -> {
                assertThat(f.what()).endsWith(".").matches("[A-Z0-9\"].*");
                assertThat(f.fix()).matches("(?s).*[.?]");
              });
    }
  }

  private static ScriptedController controller(Map<String, Object> script) {
    return script.containsKey("certificate")
        ? new ScriptedController(new Certificate("ip:127.0.0.1"))
        : new ScriptedController();
  }

  private static void play(Map<String, Object> script, ScriptedController controller) {
    script.forEach(
        (key, value) -> {
          switch (key) {
            case "state" -> change(controller, cluster -> cluster.put("state", value));
            case "gateways" ->
                change(controller, cluster -> vnets(cluster).get(0).put("ipv4Gateways", value));
            case "vnets" -> change(controller, cluster -> name(vnets(cluster), (List<?>) value));
            case "certificate" -> {}
            default -> controller.answer(key, reply(value));
          }
        });
  }

  private static Reply reply(Object value) {
    if (value instanceof String page) {
      return Reply.text(200, page);
    }
    var fields = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) value).forEach((k, v) -> fields.put(String.valueOf(k), v));
    int status = fields.remove("status") instanceof Integer code ? code : 200;
    return fields.get("location") instanceof String location
        ? Reply.redirect(status, location)
        : Reply.json(status, print(fields));
  }

  private static void change(ScriptedController controller, Consumer<Map<String, Object>> change) {
    var cluster =
        Asking.yaml(
            """
            {id: 1, name: tenant-a, vpc: {id: 7, name: tenant-a}, resources: {vnets: [
              {id: 11, name: tenant-a-nodes, ipv4Gateways: [192.168.55.254/21]}]}}
            """);
    change.accept(cluster);
    controller.data(ScriptedController.CLUSTER, print(cluster));
    controller.data(ScriptedController.LIST, print(List.of(cluster)));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> vnets(Map<String, Object> cluster) {
    return (List<Map<String, Object>>)
        Objects.requireNonNull(part(cluster, "resources").get("vnets"));
  }

  private static void name(List<Map<String, Object>> vnets, List<?> postfixes) {
    var first = Map.copyOf(vnets.get(0));
    var all = new ArrayList<Map<String, Object>>();
    postfixes.forEach(
        postfix -> {
          var vnet = new LinkedHashMap<>(first);
          vnet.put("name", "tenant-a-" + postfix);
          all.add(vnet);
        });
    vnets.clear();
    vnets.addAll(all);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> of, String name) {
    return Optional.ofNullable((Map<String, Object>) of.get(name)).orElse(Map.of());
  }

  private static String print(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
