package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The captured states of one policy on one node. Of the policy language this knows the filter
 * {@code section.field=="value"} and templates that are a whole text.
 */
record Captures(ObjectNode states) {
  private static final Pattern FILTER =
      Pattern.compile("\\s*([a-z-]+(?:\\.[a-z-]+)*)\\.([a-z-]+)\\s*==\\s*[\"']([^\"']*)[\"']\\s*");
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{\\s*capture\\.([^.\\s]+)\\.([^}\\s]+)\\s*}}");

  /** What was captured before stays; only what is not there is looked up. */
  static Captures resolve(JsonNode expressions, JsonNode before, JsonNode current) {
    ObjectNode states = Json.object();
    expressions
        .properties()
        .forEach(
            entry -> {
              JsonNode cached = before.path(entry.getKey());
              states.set(
                  entry.getKey(),
                  cached.isObject() ? cached : captured(entry.getValue().asText(), current));
            });
    return new Captures(states);
  }

  ObjectNode render(JsonNode desired) {
    return desired.isObject() ? (ObjectNode) rendered(desired) : Json.object();
  }

  private static JsonNode captured(String expression, JsonNode current) {
    Matcher filter = FILTER.matcher(expression);
    if (!filter.matches()) {
      throw new Refused("PolicyError", "the double does not understand capture " + expression);
    }
    String section = filter.group(1);
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode entry : current.at("/" + section.replace('.', '/'))) {
      if (entry.path(filter.group(2)).asText().equals(filter.group(3))) {
        found.add(entry);
      }
    }
    if (found.isEmpty()) {
      throw new Refused(
          "PolicyError",
          "%s with %s %s not found"
              .formatted(
                  section.equals("interfaces") ? "interface" : section,
                  filter.group(2),
                  filter.group(3)));
    }
    ObjectNode entry = Json.object();
    ObjectNode at = entry.putObject("state");
    String[] path = section.split("\\.");
    for (int i = 0; i < path.length - 1; i++) {
      at = at.putObject(path[i]);
    }
    at.putArray(path[path.length - 1]).addAll(found);
    entry
        .putObject("metaInfo")
        .put("version", "0")
        .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return entry;
  }

  private JsonNode rendered(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      ObjectNode result = Json.object();
      object.properties().forEach(entry -> result.set(entry.getKey(), rendered(entry.getValue())));
      return result;
    }
    if (tree instanceof ArrayNode array) {
      ArrayNode result = array.arrayNode();
      array.forEach(entry -> result.add(rendered(entry)));
      return result;
    }
    Matcher template = TEMPLATE.matcher(tree.asText());
    return tree.isTextual() && template.matches()
        ? value(template.group(1), template.group(2))
        : tree.deepCopy();
  }

  private JsonNode value(String capture, String path) {
    JsonNode value = states.path(capture).path("state").at("/" + path.replace('.', '/'));
    if (value.isMissingNode()) {
      throw new Refused("PolicyError", "capture." + capture + "." + path + " not found");
    }
    return value.deepCopy();
  }
}
