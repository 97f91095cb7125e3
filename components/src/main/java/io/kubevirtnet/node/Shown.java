package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value as a person reads it in a change. */
final class Shown {
  static final String NONE = "(none)";
  static final String UNKNOWN = "(known after apply)";
  private static final String SECRET = "[secret]";

  private Shown() {}

  static Optional<String> text(Fields in, String key) {
    return in.get(key).map(Shown::text);
  }

  static String orNone(Optional<Tree> tree) {
    return tree.map(Shown::text).orElse(NONE);
  }

  static String text(Tree tree) {
    if (tree.marks().secret()) {
      return SECRET;
    }
    if (tree instanceof Scalar s) {
      var text = Lenient.text(s.value());
      return text.isEmpty() ? "\"\"" : text;
    }
    if (tree instanceof Items l) {
      return l.items().isEmpty()
          ? NONE
          : l.items().stream().map(Shown::text).collect(Collectors.joining(", "));
    }
    return tree instanceof Fields f ? object(f) : UNKNOWN;
  }

  private static String object(Fields f) {
    if (f.get("ip").isPresent() && f.get("prefix-length").isPresent()) {
      return f.get("ip").map(Shown::text).orElse("")
          + f.get("prefix-length").map(p -> "/" + text(p)).orElse("");
    }
    var range = Parts.fields(f.get("id-range"));
    if (range.isPresent()) {
      return orNone(range.get().get("min")) + "-" + orNone(range.get().get("max"));
    }
    if (f.fields().size() == 1) {
      return f.fields().values().stream().map(Shown::text).findFirst().orElse(NONE);
    }
    return f.fields().entrySet().stream()
        .map(e -> e.getKey() + " " + text(e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
