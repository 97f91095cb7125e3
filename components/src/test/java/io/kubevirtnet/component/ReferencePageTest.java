package io.kubevirtnet.component;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.testing.SchemaFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
  @Test
  void printsTheSchemaAsAPage() {
    var components =
        SchemaFile.entries(SchemaFile.ROOT.get("resources")).stream()
            .map(ReferencePageTest::component)
            .collect(Collectors.joining());
    var functions =
        SchemaFile.entries(SchemaFile.ROOT.get("functions")).stream()
            .map(ReferencePageTest::function)
            .collect(Collectors.joining());
    var types =
        SchemaFile.entries(SchemaFile.ROOT.get("types")).stream()
            .map(ReferencePageTest::type)
            .collect(Collectors.joining());

    Golden.compare(
        Path.of("../docs/reference.md"),
        """
        # Reference

        Generated from schema.json; `./mvnw -pl codegen,components verify -Daccept` writes it anew.

        ## Configuration
        """
            + table(
                SchemaFile.ROOT.get("config").get("variables"),
                SchemaFile.ROOT.get("config"),
                "required")
            + components
            + functions
            + types);
  }

  private static String component(Map.Entry<String, JsonNode> resource) {
    var node = resource.getValue();
    return "\n## "
        + shortName(resource.getKey())
        + "\n"
        + node.get("description").asText()
        + "\n\nInputs:\n\n"
        + table(node.get("inputProperties"), node, "requiredInputs")
        + "\nOutputs:\n\n"
        + table(node.get("properties"), node, "required");
  }

  private static String function(Map.Entry<String, JsonNode> function) {
    var node = function.getValue();
    return "\n## "
        + shortName(function.getKey())
        + "\nA function. "
        + node.get("description").asText()
        + "\n\nInputs:\n\n"
        + table(node.get("inputs").get("properties"), node.get("inputs"), "required")
        + "\nResult:\n\n"
        + table(node.get("outputs").get("properties"), node.get("outputs"), "required");
  }

  private static String type(Map.Entry<String, JsonNode> type) {
    var node = type.getValue();
    return "\n## "
        + shortName(type.getKey())
        + "\n"
        + node.get("description").asText()
        + "\n\n"
        + (node.has("enum")
            ? choices(node.get("enum"))
            : table(node.get("properties"), node, "required"));
  }

  private static String choices(JsonNode choices) {
    return "| value | meaning |\n|---|---|\n"
        + StreamSupport.stream(choices.spliterator(), false)
            .map(c -> "| `%s` | %s |\n".formatted(c.get("value").asText(), cell(c)))
            .collect(Collectors.joining());
  }

  private static String table(JsonNode properties, JsonNode owner, String requiredKey) {
    return "| property | type | meaning |\n|---|---|---|\n"
        + SchemaFile.entries(properties).stream()
            .map(
                p ->
                    "| `%s`%s | %s | %s |\n"
                        .formatted(
                            p.getKey(),
                            isRequired(owner, requiredKey, p.getKey()) ? " *" : "",
                            typeOf(p.getValue()),
                            cell(p.getValue())))
            .collect(Collectors.joining())
        + "\n`*` required\n";
  }

  private static boolean isRequired(JsonNode owner, String key, String property) {
    return StreamSupport.stream(owner.path(key).spliterator(), false)
        .anyMatch(r -> r.asText().equals(property));
  }

  private static String typeOf(JsonNode property) {
    if (property.path("$ref").asText().equals("pulumi.json#/Any")) {
      return "any value";
    }
    if (property.has("$ref")) {
      var name = shortName(property.get("$ref").asText());
      return "[%s](#%s)".formatted(name, name.toLowerCase(java.util.Locale.ROOT));
    }
    if (property.has("items")) {
      return "list of " + typeOf(property.get("items"));
    }
    return property.has("additionalProperties")
        ? "map of " + typeOf(property.get("additionalProperties"))
        : property.get("type").asText();
  }

  private static String cell(JsonNode described) {
    return described.get("description").asText().replace("|", "\\|");
  }

  private static String shortName(String token) {
    return token.substring(token.lastIndexOf(':') + 1);
  }
}
