package io.kubevirtnet.provider.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.finding.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An object of a document whose fields are what they should be, or nothing is read at all.
 *
 * @param place file and way to it, for messages
 */
record JsonFields(String place, JsonNode node) {

  String text(String name) {
    var value = node.path(name);
    if (!value.isTextual()) {
      throw unreadable(name, "a text");
    }
    return value.textValue();
  }

  Optional<String> textIfThere(String name) {
    return node.has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  int number(String name) {
    var value = node.path(name);
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw unreadable(name, "a whole number");
    }
    return value.intValue();
  }

  boolean flag(String name) {
    var value = node.path(name);
    if (!value.isBoolean()) {
      throw unreadable(name, "true or false");
    }
    return value.booleanValue();
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    return Words.find(type, text(name))
        .orElseThrow(() -> unreadable(name, "a word that this release knows"));
  }

  JsonFields child(String name) {
    var value = node.path(name);
    if (!value.isObject()) {
      throw unreadable(name, "an object");
    }
    return new JsonFields(place(name), value);
  }

  ObjectReference reference(String name) {
    return child(name).reference();
  }

  ObjectReference reference() {
    return new ObjectReference(text("kind"), text("namespace"), text("name"));
  }

  <T> List<T> list(String name, Function<JsonFields, T> reading) {
    var items = new ArrayList<T>();
    for (var item : array(name)) {
      var at = place(name) + "[" + items.size() + "]";
      if (!item.isObject()) {
        throw new UnreadablePlan(at + " is not an object.");
      }
      items.add(reading.apply(new JsonFields(at, item)));
    }
    return items;
  }

  List<String> texts(String name) {
    var items = new ArrayList<String>();
    for (var item : array(name)) {
      if (!item.isTextual()) {
        throw unreadable(name, "a list of texts");
      }
      items.add(item.textValue());
    }
    return items;
  }

  private JsonNode array(String name) {
    var value = node.path(name);
    if (!value.isArray()) {
      throw unreadable(name, "a list");
    }
    return value;
  }

  private String place(String name) {
    return place.endsWith(": ") ? place + name : place + "." + name;
  }

  private UnreadablePlan unreadable(String name, String what) {
    return new UnreadablePlan(place(name) + " is not " + what + ".");
  }
}
