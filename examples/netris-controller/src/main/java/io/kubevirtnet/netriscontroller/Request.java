package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks for.
 *
 * @param variables what stands in the place of the variables of its route
 */
record Request(
    String method, String path, Map<String, String> query, JsonNode body, List<String> variables) {

  Request at(List<String> found) {
    return new Request(method, path, query, body, found);
  }

  String variable(int index) {
    return variables.get(index);
  }

  int id() {
    try {
      return Integer.parseInt(variables.get(0));
    } catch (NumberFormatException e) {
      throw Refused.notFound();
    }
  }

  Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A text of the body that has to be there. */
  String text(String name) {
    String text = body.path(name).asText("");
    if (text.isEmpty()) {
      throw Refused.field(name, name + " is required.");
    }
    return text;
  }

  /** The id in an object of the body: {@code {"site": {"id": 1}}}. */
  int reference(String name) {
    if (!body.path(name).has("id")) {
      throw Refused.field(name, name + " is required.");
    }
    return body.path(name).path("id").asInt();
  }
}
