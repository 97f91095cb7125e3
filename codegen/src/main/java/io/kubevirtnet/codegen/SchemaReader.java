package io.kubevirtnet.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a Pulumi package schema, and refuses what the generators do not know. */
final class SchemaReader {
  private static final String REFERENCE = "#/types/";
  private static final String ANY = "pulumi.json#/Any";

  private final JsonNode root;
  private final Map<String, EnumType> enums = new LinkedHashMap<>();
  private final Map<String, ObjectType> objects = new LinkedHashMap<>();
  private final Deque<String> inside = new ArrayDeque<>();

  private SchemaReader(JsonNode root) {
    this.root = root;
  }

  static Schema read(Path file) throws IOException {
    return new SchemaReader(new JsonMapper().readTree(file.toFile())).schema();
  }

  private Schema schema() {
    root.path("types").properties().forEach(type -> reference(type.getKey(), "types"));
    var resources = new ArrayList<Resource>();
    root.path("resources").properties().forEach(r -> resources.add(resource(r)));
    var functions = new ArrayList<Function>();
    root.path("functions").properties().forEach(f -> functions.add(function(f)));
    return new Schema(
        List.copyOf(enums.values()),
        List.copyOf(objects.values()),
        List.copyOf(resources),
        List.copyOf(functions));
  }

  private Function function(Map.Entry<String, JsonNode> entry) {
    var name = simpleName(entry.getKey());
    var description = description(entry.getValue(), name);
    var type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    var inputs = entry.getValue().path("inputs");
    var outputs = entry.getValue().path("outputs");
    return new Function(
        entry.getKey(),
        name,
        description,
        new ObjectType(type, description, properties(inputs, "properties", "required", name)),
        new ObjectType(
            type + "Result", description, properties(outputs, "properties", "required", name)));
  }

  private Resource resource(Map.Entry<String, JsonNode> entry) {
    var name = simpleName(entry.getKey());
    var body = entry.getValue();
    return new Resource(
        name,
        description(body, name),
        properties(body, "inputProperties", "requiredInputs", name),
        properties(body, "properties", "required", name));
  }

  private Type reference(String token, String place) {
    if (enums.containsKey(token)) {
      return new Type.Choice(enums.get(token));
    }
    if (objects.containsKey(token)) {
      return new Type.Reference(objects.get(token));
    }
    var body = root.path("types").path(token);
    if (body.isMissingNode()) {
      throw new SchemaProblem(place, "there is no type " + token + ".");
    }
    if (inside.contains(token)) {
      throw new SchemaProblem(place, "the type " + token + " contains itself.");
    }
    return body.has("enum") ? choice(token, body) : object(token, body);
  }

  private Type choice(String token, JsonNode body) {
    var name = simpleName(token);
    if (!body.path("type").asText().equals("string")) {
      throw new SchemaProblem(name, "only a choice of strings is supported.");
    }
    var constants = new ArrayList<EnumType.Constant>();
    for (var constant : body.path("enum")) {
      var place = name + "." + constant.path("name").asText("?");
      constants.add(
          new EnumType.Constant(
              text(constant, "name", place),
              text(constant, "value", place),
              description(constant, place)));
    }
    var choice = new EnumType(name, description(body, name), List.copyOf(constants));
    enums.put(token, choice);
    return new Type.Choice(choice);
  }

  private Type object(String token, JsonNode body) {
    inside.push(token);
    var name = simpleName(token);
    var object =
        new ObjectType(
            name,
            description(body, name),
            properties(body, "properties", "required", name),
            body.path("language").path("java").path("builder").asBoolean());
    inside.pop();
    objects.put(token, object);
    return new Type.Reference(object);
  }

  private List<Property> properties(JsonNode body, String key, String requiredKey, String owner) {
    var required = new TreeSet<String>();
    body.path(requiredKey).forEach(name -> required.add(name.asText()));
    var properties = new ArrayList<Property>();
    for (var entry : body.path(key).properties()) {
      var place = owner + "." + entry.getKey();
      var node = entry.getValue();
      var type = type(node, place);
      properties.add(
          new Property(
              entry.getKey(),
              type,
              description(node, place),
              required.remove(entry.getKey()),
              node.path("plain").asBoolean(),
              fallback(node, type, place)));
    }
    if (!required.isEmpty()) {
      throw new SchemaProblem(owner, requiredKey + " names no property of it: " + required + ".");
    }
    return List.copyOf(properties);
  }

  private Type type(JsonNode node, String place) {
    if (node.has("$ref")) {
      var target = node.path("$ref").asText();
      if (target.equals(ANY)) {
        return new Type.Any();
      }
      if (!target.startsWith(REFERENCE)) {
        throw new SchemaProblem(place, "the reference " + target + " is not supported.");
      }
      return reference(target.substring(REFERENCE.length()), place);
    }
    return switch (node.path("type").asText()) {
      case "string" -> new Type.Text();
      case "boolean" -> new Type.Flag();
      case "integer" -> new Type.Whole();
      case "array" -> new Type.ListOf(type(node.path("items"), place));
      case "object" -> new Type.MapOf(type(node.path("additionalProperties"), place));
      default -> throw new SchemaProblem(place, "the type of " + node + " is not supported.");
    };
  }

  private static Optional<Object> fallback(JsonNode node, Type type, String place) {
    var stated = node.path("default");
    if (stated.isMissingNode()) {
      return Optional.empty();
    }
    if (type instanceof Type.Choice choice) {
      var constant = choice.choice().constant(stated.asText());
      if (constant.isPresent()) {
        return Optional.of(constant.get());
      }
    } else if (type instanceof Type.Text && stated.isTextual()) {
      return Optional.of(stated.asText());
    } else if (type instanceof Type.Flag && stated.isBoolean()) {
      return Optional.of(stated.asBoolean());
    } else if (type instanceof Type.Whole && stated.isInt()) {
      return Optional.of(stated.asInt());
    }
    throw new SchemaProblem(place, "the default " + stated + " is no value of its type.");
  }

  private static String description(JsonNode node, String place) {
    return text(node, "description", place);
  }

  private static String text(JsonNode node, String key, String place) {
    var text = node.path(key).asText();
    if (text.isBlank()) {
      throw new SchemaProblem(place, "it has no " + key + ".");
    }
    return text;
  }

  private static String simpleName(String token) {
    return token.substring(token.lastIndexOf(':') + 1);
  }
}
