package io.kubevirtnet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** schema.json, as tests ask it. */
public final class SchemaFile {
  public static final JsonNode ROOT = read();

  private SchemaFile() {}

  /**
   * Every input of a resource, into objects and lists but not into what another component makes. A
   * type that stands further in, too, is entered at the top, else at its first place.
   */
  public static List<String> inputs(String resource) {
    var paths = new ArrayList<String>();
    var inputs = resource(resource).get("inputProperties");
    var entered = new TreeSet<String>();
    inputs.forEach(i -> entered.add(i.path("$ref").asText()));
    collect(inputs, "", paths, entered);
    return paths;
  }

  public static JsonNode resource(String name) {
    return ROOT.get("resources").get("kubevirtnet:index:" + name);
  }

  public static List<String> resources() {
    return names(ROOT.get("resources")).stream()
        .map(n -> n.substring(n.lastIndexOf(':') + 1))
        .toList();
  }

  public static List<Map.Entry<String, JsonNode>> entries(JsonNode object) {
    return List.copyOf(object.properties());
  }

  public static List<String> names(JsonNode object) {
    return entries(object).stream().map(Map.Entry::getKey).toList();
  }

  private static void collect(
      JsonNode properties, String prefix, List<String> paths, Set<String> entered) {
    for (var property : entries(properties)) {
      var path = prefix + property.getKey();
      paths.add(path);
      var type = property.getValue();
      var element = type.has("items") ? type.get("items") : type;
      var reference = element.path("$ref").asText();
      var target = ROOT.get("types").path(reference.replace("#/types/", ""));
      boolean object = target.path("type").asText().equals("object");
      if (object && !joins().contains(reference) && enters(reference, prefix, type, entered)) {
        collect(target.get("properties"), path + (type.has("items") ? "[]." : "."), paths, entered);
      }
    }
  }

  private static boolean enters(
      String reference, String prefix, JsonNode type, Set<String> entered) {
    return (prefix.isEmpty() && type.has("$ref")) || entered.add(reference);
  }

  /** Types that are outputs of resources. */
  private static TreeSet<String> joins() {
    var joins = new TreeSet<String>();
    ROOT.get("resources")
        .forEach(
            r ->
                StreamSupport.stream(r.get("properties").spliterator(), false)
                    .map(p -> p.path("$ref").asText())
                    .forEach(joins::add));
    return joins;
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Path.of("../schema.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
