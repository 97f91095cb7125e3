package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reading and changing a state along a path. */
final class CaptureTrees {
  private CaptureTrees() {}

  static Tree get(Fields data, List<String> path) throws PolicyProblem {
    if (path.isEmpty()) {
      throw new PolicyProblem("Bug", "Got zero length prop_path");
    }
    var name = path.get(0);
    var found = data.get(name);
    var known = String.join(",", data.fields().keySet());
    if (path.size() == 1) {
      return found.orElseThrow(
          () ->
              new PolicyProblem(
                  "Failed to find property " + name + ", exists properties are " + known));
    }
    var inner =
        found.orElseThrow(
            () ->
                new PolicyProblem(
                    "Failed to find leaf " + name + " data, allowed keys are " + known));
    var rest = path.subList(1, path.size());
    var index = index(rest.get(0));
    if (index.isPresent()) {
      return atIndex(name, inner, index.get(), rest.subList(1, rest.size()));
    }
    if (inner instanceof Fields fields) {
      return get(fields, rest);
    }
    if (inner instanceof Items items) {
      return ofEach(items, rest);
    }
    throw new PolicyProblem("The " + name + " leaf data is not a object");
  }

  private static Tree atIndex(String name, Tree list, int index, List<String> path)
      throws PolicyProblem {
    if (!(list instanceof Items items) || index >= items.items().size()) {
      throw new PolicyProblem("Failed to find index " + index + " from " + name);
    }
    var item = items.items().get(index);
    if (path.isEmpty()) {
      return item;
    }
    if (item instanceof Fields fields) {
      return get(fields, path);
    }
    throw new PolicyProblem("The " + name + " index " + index + " leaf data is not a object");
  }

  private static Tree ofEach(Items items, List<String> path) {
    var found = new ArrayList<Tree>();
    for (var item : items.items()) {
      if (item instanceof Fields fields) {
        find(fields, path).ifPresent(found::add);
      }
    }
    return new Items(found, Marks.NONE);
  }

  private static Optional<Tree> find(Fields fields, List<String> path) {
    try {
      return Optional.of(get(fields, path));
    } catch (PolicyProblem e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> index(String text) {
    var number = WholeText.parse(text, 10, false);
    return number.problem().isEmpty() && number.value() <= Integer.MAX_VALUE
        ? Optional.of((int) number.value())
        : Optional.empty();
  }

  /** Those that have the value there, alone or in a list. */
  static List<Tree> search(String what, List<String> path, String value, List<Tree> items)
      throws PolicyProblem {
    var found =
        items.stream()
            .filter(
                i ->
                    i instanceof Fields f
                        && find(f, path).filter(v -> matches(v, value)).isPresent())
            .toList();
    if (found.isEmpty()) {
      throw new PolicyProblem(
          what + " with '" + String.join(".", path) + "=" + value + "' not found");
    }
    return found;
  }

  private static boolean matches(Tree tree, String value) {
    return tree instanceof Items items
        ? items.items().stream().anyMatch(i -> matches(i, value))
        : text(tree).equals(value);
  }

  /** As a string, or as JSON. */
  static String text(Tree tree) {
    return tree instanceof Scalar ? Scalars.text(tree) : ParserWords.json(tree);
  }

  /** With that value at the end of the path; without it when there is none. */
  static Fields update(Fields data, List<String> path, Optional<String> value)
      throws PolicyProblem {
    if (path.isEmpty()) {
      throw new PolicyProblem("Bug", "Got zero length prop_path");
    }
    var name = path.get(0);
    if (path.size() == 1) {
      if (value.isPresent()) {
        return data.with(name, value.get());
      }
      var less = new LinkedHashMap<>(data.fields());
      less.remove(name);
      return new Fields(less, data.marks());
    }
    var inner = data.get(name).orElse(Fields.EMPTY);
    if (!(inner instanceof Fields fields)) {
      throw new PolicyProblem(
          "InvalidArgument",
          "The " + name + " leaf data " + ParserWords.debug(inner) + " is not a object");
    }
    return data.with(name, update(fields, path.subList(1, path.size()), value));
  }

  /** Nothing but what lies on the path. */
  static Fields only(Fields data, List<String> path) {
    var name = path.get(0);
    var kept = data.get(name);
    if (kept.isEmpty()) {
      return Fields.EMPTY;
    }
    return Fields.EMPTY.with(
        name,
        path.size() > 1 && kept.get() instanceof Fields inner
            ? only(inner, path.subList(1, path.size()))
            : kept.get());
  }
}
