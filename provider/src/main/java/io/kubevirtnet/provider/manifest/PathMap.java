package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.value.PropertyPath;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the inputs of a component stand in an object that was written by hand. */
final class PathMap {
  private final PropertyPath otherwise;
  private final Map<String, Place> places = new LinkedHashMap<>();

  private record Place(PropertyPath path, boolean subtree) {}

  /**
   * @param otherwise the place of whatever has no place of its own
   */
  PathMap(PropertyPath otherwise) {
    this.otherwise = otherwise;
  }

  /** The input is there, and its parts are below. */
  PathMap put(String input, PropertyPath path) {
    places.put(input, new Place(path, true));
    return this;
  }

  /** The input and all its parts are in one text. */
  PathMap putText(String input, PropertyPath path) {
    places.put(input, new Place(path, false));
    return this;
  }

  PropertyPath of(PropertyPath input) {
    return places.entrySet().stream()
        .filter(e -> holds(e.getKey(), input.text()))
        .max(Comparator.comparingInt(e -> e.getKey().length()))
        .map(e -> place(e.getKey(), e.getValue(), input.text()))
        .orElse(otherwise);
  }

  private static boolean holds(String prefix, String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || ".[".indexOf(path.charAt(prefix.length())) >= 0);
  }

  private static PropertyPath place(String prefix, Place place, String path) {
    return place.subtree()
        ? new PropertyPath(place.path().text() + path.substring(prefix.length()))
        : place.path();
  }
}
