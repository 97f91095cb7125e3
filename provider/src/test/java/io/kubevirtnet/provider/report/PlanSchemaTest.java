package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class PlanSchemaTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SCHEMA = Path.of("../docs/plan.schema.json");
  private static final int PLANS = 200;

  @Test
  void everyPlanIsAsTheSchemaSays() throws IOException {
    var schema = validator(closed(schema()));

    for (int seed = 0; seed < PLANS; seed++) {
      assertThat(problems(schema, RandomDocuments.of(seed))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void laterFieldsAreNoProblem() throws IOException {
    var document = (ObjectNode) JSON.readTree(PlanJson.of(RandomDocuments.rich().get(0)));
    document.put("later", true);

    assertThat(validator(schema()).validate(document)).isEmpty();
    assertThat(validator(closed(schema())).validate(document)).isNotEmpty();
  }

  @Test
  void richPlansHaveEachFieldAndEachWordOfTheSchemaAndNothingElse() throws IOException {
    var described = new TreeSet<String>();
    var written = new TreeSet<String>();

    SchemaWalk.of(schema(), (place, node) -> described(place, node, described));
    for (var plan : RandomDocuments.rich()) {
      DocumentWalk.of(
          JSON.readTree(PlanJson.of(plan)),
          (place, node) -> written(place, node, described, written));
    }

    assertThat(written).containsExactlyElementsOf(described);
  }

  @Test
  void describesEachFieldAndEachWord() throws IOException {
    SchemaWalk.of(
        schema(),
        (place, node) -> {
          var description = node.path("description").asText();
          assertThat(description).as(place).matches("(?s)[A-Z].*[.]");
          if (node.path("type").asText().equals("string")) {
            node.path("enum")
                .forEach(word -> assertThat(description).contains("`" + word.asText() + "`:"));
          }
        });
  }

  private static void described(String place, JsonNode node, Set<String> described) {
    described.add(place);
    if (node.path("type").asText().equals("string")) {
      node.path("enum").forEach(word -> described.add(place + " = " + word.asText()));
    }
  }

  private static void written(
      String place, JsonNode node, Set<String> described, Set<String> written) {
    written.add(place);
    var word = place + " = " + node.asText();
    if (node.isTextual() && described.contains(word)) {
      written.add(word);
    }
  }

  private static Set<ValidationMessage> problems(JsonSchema schema, PlanDocument document)
      throws IOException {
    return schema.validate(JSON.readTree(PlanJson.of(document)));
  }

  private static JsonNode schema() throws IOException {
    return JSON.readTree(Files.readString(SCHEMA));
  }

  private static JsonSchema validator(JsonNode schema) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
  }

  /** The same, in which a field that it does not describe is wrong. */
  private static JsonNode closed(JsonNode node) {
    for (var child : node) {
      closed(child);
    }
    if (node instanceof ObjectNode object && node.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    return node;
  }

  /** Each property that a schema describes, by its place. */
  private record SchemaWalk(JsonNode root, BiConsumer<String, JsonNode> visitor) {
    static void of(JsonNode schema, BiConsumer<String, JsonNode> visitor) {
      new SchemaWalk(schema, visitor).walk("", schema);
    }

    private void walk(String place, JsonNode schema) {
      var reference = schema.path("$ref").asText();
      var target = reference.isEmpty() ? schema : root.at(reference.substring(1));
      target
          .path("properties")
          .properties()
          .forEach(
              e -> {
                visitor.accept(place + "." + e.getKey(), e.getValue());
                walk(place + "." + e.getKey(), e.getValue());
              });
      if (target.has("items")) {
        walk(place + "[]", target.path("items"));
      }
    }
  }

  /** Each field of a document but those of Kubernetes objects, by its place. */
  private record DocumentWalk(BiConsumer<String, JsonNode> visitor) {
    static void of(JsonNode document, BiConsumer<String, JsonNode> visitor) {
      new DocumentWalk(visitor).walk("", document);
    }

    private void walk(String place, JsonNode node) {
      for (var item : node.isArray() ? node : JSON.createArrayNode()) {
        walk(place + "[]", item);
      }
      for (var field : node.properties()) {
        var at = place + "." + field.getKey();
        visitor.accept(at, field.getValue());
        if (!field.getKey().equals("object") && !field.getKey().equals("value")) {
          walk(at, field.getValue());
        }
      }
    }
  }
}
