package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.testing.Placed;
import io.kubevirtnet.testing.SchemaFile;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each input has a default, a place where it lands, and a finding for a bad value. */
class PropertiesTest {
  private static final JsonNode TABLE = table();

  static List<String> resources() {
    return SchemaFile.resources();
  }

  @ParameterizedTest
  @MethodSource("resources")
  void listsEveryInputOf(String resource) {
    assertThat(SchemaFile.names(TABLE.get(resource).get("properties")))
        .containsExactlyInAnyOrderElementsOf(SchemaFile.inputs(resource));
  }

  @Test
  void listsNothingElse() {
    assertThat(SchemaFile.names(TABLE)).containsExactlyInAnyOrderElementsOf(resources());
  }

  @TestFactory
  Stream<DynamicTest> defaults() {
    return each("default", PropertiesTest::checkDefault);
  }

  @TestFactory
  Stream<DynamicTest> values() {
    return each(
        "value",
        (entry, property) -> {
          var expected = entry.property().get("value");
          var expansion = expand(entry, property, expected.get("set"));

          assertThat(expansion.errors()).isEmpty();
          assertPlaced(expansion, expected);
        });
  }

  @TestFactory
  Stream<DynamicTest> badValues() {
    return each(
        "bad",
        (entry, property) -> {
          var bad = entry.property().get("bad");
          var expansion = expand(entry, property, bad.get("set"));

          assertThat(expansion.errors())
              .anySatisfy(
                  error -> {
                    assertThat(error.code()).isEqualTo(bad.get("code").asText());
                    assertThat(error.path().text()).startsWith(property.split("[.\\[]", -1)[0]);
                  });
        });
  }

  private record Entry(JsonNode resource, String type, JsonNode property) {}

  private interface Check {
    void run(Entry entry, String property);
  }

  private static void checkDefault(Entry entry, String property) {
    var expected = entry.property().get("default");
    var expansion = expand(entry, property, null);

    if (expected.isTextual() || expected.has("code")) {
      var code = expected.isTextual() ? "KVN-X004" : expected.get("code").asText();
      assertThat(expansion.errors()).anySatisfy(e -> assertThat(e.code()).isEqualTo(code));
    } else {
      assertThat(expansion.errors()).isEmpty();
      assertPlaced(expansion, expected);
    }
  }

  private static void assertPlaced(Expansion expansion, JsonNode expected) {
    var at = new Placed(expected.get("at").asText()).in(expansion);
    if (expected.has("absent")) {
      assertThat(at).isEmpty();
    } else {
      assertThat(at.map(Tree::plain))
          .contains(YamlStack.YAML.convertValue(expected.get("is"), Object.class));
    }
  }

  /** An input that a type has and this component can not use has no good value: never. */
  private static Stream<DynamicTest> each(String kind, Check check) {
    return SchemaFile.entries(TABLE).stream()
        .flatMap(
            resource ->
                SchemaFile.entries(resource.getValue().get("properties")).stream()
                    .filter(p -> p.getValue().has(kind) || !p.getValue().has("never"))
                    .map(p -> test(kind, check, resource, p)));
  }

  private static DynamicTest test(
      String kind,
      Check check,
      Map.Entry<String, JsonNode> resource,
      Map.Entry<String, JsonNode> property) {
    var entry = new Entry(resource.getValue(), resource.getKey(), property.getValue());
    return dynamicTest(
        resource.getKey() + "." + property.getKey() + " " + kind,
        () -> check.run(entry, property.getKey()));
  }

  /** The base with one property set, or taken away when there is no value. */
  private static Expansion expand(Entry entry, String property, @Nullable JsonNode value) {
    ObjectNode inputs = entry.resource().get("base").deepCopy();
    if (entry.property().has("base")) {
      inputs.setAll((ObjectNode) entry.property().get("base").deepCopy());
    }
    entry.property().path("without").forEach(w -> set(inputs, w.asText().split("\\."), 0, null));
    set(inputs, property.split("\\."), 0, value);
    ObjectNode document = YamlStack.YAML.createObjectNode();
    document.put("type", "kubevirtnet:" + entry.type()).set("properties", inputs);
    var before = entry.resource().path("before").asText();
    return YamlStack.expand(before + (before.isEmpty() ? "" : "---\n") + document).last();
  }

  private static void set(ObjectNode in, String[] path, int step, @Nullable JsonNode value) {
    boolean list = path[step].endsWith("[]");
    var name = path[step].replace("[]", "");
    if (step == path.length - 1) {
      if (value == null) {
        in.remove(name);
      } else {
        in.set(name, value);
      }
      return;
    }
    if (!in.has(name)) {
      in.set(name, list ? in.arrayNode().add(sibling(in, path[step])) : sibling(in, path[step]));
    }
    set((ObjectNode) (list ? in.get(name).get(0) : in.get(name)), path, step + 1, value);
  }

  /** An object that is complete but for what a test sets in it. */
  private static ObjectNode sibling(ObjectNode in, String step) {
    var object = in.objectNode();
    return switch (step) {
      case "suppress[]" -> object.put("code", "KVN-X013").put("reason", "ours");
      case "image" -> object.put("url", "https://a.example/b").put("rootDiskSize", "1Gi");
      case "guestAddresses" ->
          object.put("cidr", "10.1.0.0/24").set("nameservers", in.arrayNode().add("10.1.0.2"));
      case "bond" ->
          object.put("mode", "active-backup").set("ports", in.arrayNode().add("ens4").add("ens5"));
      case "sriov" -> object.put("totalVfs", 4);
      case "vfs[]" -> object.put("id", 0);
      case "ports[]" -> object.put("name", "ens9");
      case "routes[]" -> object.put("destination", "10.1.0.0/16");
      case "routeRules[]" -> object.put("ipTo", "10.1.0.0/16");
      case "nodeGroups[]" ->
          object.put("name", "b").set("nodeSelector", in.objectNode().put("rack", "b"));
      default -> object;
    };
  }

  private static JsonNode table() {
    try {
      return YamlStack.YAML.readTree(Path.of("src/test/resources/properties.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
