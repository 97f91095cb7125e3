package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.List;
import java.util.stream.Collectors;

/** How nmstate's parser names values and lists alternatives. */
final class ParserWords {
  private ParserWords() {}

  /** {@code string "abc"}, {@code integer `5`}, {@code map}. */
  static String unexpected(Tree tree) {
    if (tree instanceof Items) {
      return "sequence";
    }
    if (tree instanceof Fields) {
      return "map";
    }
    if (tree.marks().secret()) {
      return Part.SECRET;
    }
    if (Scalars.whole(tree).isPresent()) {
      return "integer `" + Scalars.whole(tree).getAsLong() + "`";
    }
    var value = tree instanceof Scalar s ? s.value() : "";
    if (value instanceof Boolean) {
      return "boolean `" + value + "`";
    }
    return value instanceof String text
        ? "string " + quoted(text)
        : "floating point `" + value + "`";
  }

  /** The value as a sentence of ours starts with it. */
  static String shown(Tree tree) {
    if (tree instanceof Items) {
      return "A list";
    }
    if (tree instanceof Fields) {
      return "A group of settings";
    }
    return tree.marks().secret() ? Part.SECRET : "\"" + Scalars.text(tree) + "\"";
  }

  /** As Rust prints a string for debugging. */
  static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\r", "\\r")
        + '"';
  }

  /** As Rust prints a JSON value for debugging. */
  static String debug(Tree tree) {
    if (tree instanceof Items l) {
      return l.items().stream()
          .map(ParserWords::debug)
          .collect(Collectors.joining(", ", "Array [", "]"));
    }
    if (tree instanceof Fields f) {
      return "Object " + debugFields(f);
    }
    var value = tree instanceof Scalar s ? s.value() : "";
    var kind = value instanceof Boolean ? "Bool" : value instanceof String ? "String" : "Number";
    return kind + "(" + json(tree) + ")";
  }

  static String debugFields(Fields fields) {
    return fields.fields().entrySet().stream()
        .map(e -> quoted(e.getKey()) + ": " + debug(e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** {@code , expected one of `a`, `b`}. */
  static String expecting(List<String> names) {
    var quoted = names.stream().map(n -> "`" + n + "`").toList();
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> ", expected " + quoted.get(0);
      case 2 -> ", expected " + quoted.get(0) + " or " + quoted.get(1);
      default -> ", expected one of " + String.join(", ", quoted);
    };
  }

  /** As JSON without spaces, for messages that repeat a whole value. */
  static String json(Tree tree) {
    if (tree.marks().secret()) {
      return Part.SECRET;
    }
    if (tree instanceof Items l) {
      return l.items().stream().map(ParserWords::json).collect(Collectors.joining(",", "[", "]"));
    }
    if (tree instanceof Fields f) {
      return f.fields().entrySet().stream()
          .map(e -> quoted(e.getKey()) + ":" + json(e.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return tree instanceof Scalar s && s.value() instanceof String text
        ? quoted(text)
        : Scalars.text(tree);
  }
}
