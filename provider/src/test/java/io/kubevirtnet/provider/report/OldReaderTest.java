package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * A program that was written against version 1 still reads what this release writes. What it knows
 * is in {@code version-1.txt}, which may grow by what is new and must not change otherwise.
 */
class OldReaderTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path KNOWN = Path.of("src/test/resources/plan/version-1.txt");
  private static final Path SAMPLE = Path.of("src/test/resources/plan/version-1.json");

  @Test
  void readsEachPlanOfThisRelease() throws IOException {
    for (var plan : RandomDocuments.rich()) {
      assertThat(problems(JSON.readTree(PlanJson.of(plan)))).isEmpty();
    }
    for (int seed = 0; seed < 100; seed++) {
      assertThat(problems(JSON.readTree(PlanJson.of(RandomDocuments.of(seed))))).isEmpty();
    }
  }

  @Test
  void readsThePlanOfAFormerReleaseAndSoDoesThisOne() throws IOException {
    var text = Files.readString(SAMPLE);

    assertThat(problems(JSON.readTree(text))).isEmpty();
    var sample = PlanJson.read("version-1.json", text);
    assertThat(contains(JSON.readTree(PlanJson.of(sample)), JSON.readTree(text))).isTrue();
  }

  @Test
  void noticesAnyFieldThatIsGoneOrOfAnotherType() throws IOException {
    for (var field : known()) {
      var plan = JSON.readTree(PlanJson.of(RandomDocuments.rich().get(0)));
      var without = plan.deepCopy();
      change(without, field, false);
      var other = plan.deepCopy();
      change(other, field, true);

      if (field.required()) {
        assertThat(problems(without)).as("without %s", field.place()).isNotEmpty();
      }
      if (!field.type().equals("any")) {
        assertThat(problems(other)).as("%s of another type", field.place()).isNotEmpty();
      }
    }
  }

  /**
   * What the reader relies on.
   *
   * @param words those that it can tell apart; none where any text will do
   */
  private record Field(
      String place, boolean required, String type, String items, Set<String> words) {

    static Field of(String line) {
      int colon = line.indexOf(": ");
      var name = line.substring(0, colon);
      var type = line.substring(colon + 2).split(" of ", 2);
      boolean optional = name.endsWith("?");
      var of = type.length == 1 ? "" : type[1];
      return new Field(
          optional ? name.substring(0, name.length() - 1) : name,
          !optional,
          type[0],
          type[0].equals("array") ? of : "",
          type[0].equals("string") && !of.isEmpty() ? Set.of(of.split(", ")) : Set.of());
    }

    String name() {
      return place.substring(place.lastIndexOf('.') + 1);
    }

    String parent() {
      return place.contains(".") ? place.substring(0, place.lastIndexOf('.')) : "";
    }

    boolean suits(JsonNode value) {
      return isOf(type, value)
          && (words.isEmpty() || words.contains(value.asText()))
          && (items.isEmpty() || all(value, item -> isOf(items, item)));
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> each) {
      for (var item : list) {
        if (!each.test(item)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isOf(String type, JsonNode value) {
      return switch (type) {
        case "any" -> true;
        case "integer" -> value.isIntegralNumber();
        default -> value.getNodeType().name().toLowerCase(Locale.ROOT).equals(type);
      };
    }
  }

  private static List<String> problems(JsonNode document) throws IOException {
    var problems = new ArrayList<String>();
    for (var field : known()) {
      for (var parent : at(document, field.parent())) {
        var value = parent.get(field.name());
        if (value == null ? field.required() : !field.suits(value)) {
          problems.add(field.place() + ": " + value);
        }
      }
    }
    return problems;
  }

  private static void change(JsonNode document, Field field, boolean type) throws IOException {
    for (var parent : at(document, field.parent())) {
      var object = (ObjectNode) parent;
      if (!type) {
        object.remove(field.name());
      } else if (object.has(field.name())) {
        object.set(
            field.name(),
            field.type().equals("string") ? JSON.readTree("7") : JSON.readTree("\"seven\""));
      }
    }
  }

  /** All values at a place such as {@code nodes[].policies[]}. */
  private static List<JsonNode> at(JsonNode document, String place) {
    List<JsonNode> found = List.of(document);
    for (var step : place.isEmpty() ? new String[0] : place.split("\\.")) {
      var next = new ArrayList<JsonNode>();
      for (var node : found) {
        var value = node.path(step.replace("[]", ""));
        if (!step.endsWith("[]")) {
          if (!value.isMissingNode()) {
            next.add(value);
          }
        } else {
          value.forEach(next::add);
        }
      }
      found = next;
    }
    return found;
  }

  /** Whether a value says all that another one says. */
  private static boolean contains(JsonNode more, JsonNode less) {
    if (less.isObject()) {
      return less.properties().stream()
          .allMatch(e -> more.has(e.getKey()) && contains(more.get(e.getKey()), e.getValue()));
    }
    if (!less.isArray()) {
      return more.equals(less);
    }
    if (more.size() != less.size()) {
      return false;
    }
    Iterator<JsonNode> items = more.iterator();
    for (var item : less) {
      if (!contains(items.next(), item)) {
        return false;
      }
    }
    return true;
  }

  private static List<Field> known() throws IOException {
    return Files.readAllLines(KNOWN).stream().map(Field::of).toList();
  }
}
