package io.kubevirtnet.spec;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.value.WireEnum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How one value is read, wherever it stands: as a property, in a list, or in a map. */
@FunctionalInterface
public interface Element<T> {
  Value<T> read(Tree tree, PropertyPath path, Report report);

  static Element<String> text() {
    return scalar("text", v -> v instanceof String s ? Optional.of(s) : Optional.empty());
  }

  static Element<Boolean> flag() {
    return scalar("true or false", v -> v instanceof Boolean b ? Optional.of(b) : Optional.empty());
  }

  static Element<Integer> integer() {
    return scalar("a whole number", Element::whole);
  }

  /**
   * Anything: its leaves know their own places from then on. That they had others, in what they are
   * taken from, is of no use to the author of this.
   */
  static Element<Tree> any() {
    return (tree, path, report) ->
        tree instanceof Tree.Unknown
            ? new Value.Unknown<>(path, tree.marks())
            : new Value.Known<>(path, placed(tree, path), tree.marks());
  }

  private static Tree placed(Tree tree, PropertyPath path) {
    if (tree instanceof Items l) {
      var items = new ArrayList<Tree>();
      for (int i = 0; i < l.items().size(); i++) {
        items.add(placed(l.items().get(i), path.index(i)));
      }
      return new Items(items, l.marks());
    }
    if (tree instanceof Fields f) {
      var fields = new LinkedHashMap<String, Tree>();
      f.fields().forEach((k, v) -> fields.put(k, placed(v, path.child(shown(k, v)))));
      return new Fields(fields, f.marks());
    }
    return tree instanceof Scalar s ? new Scalar(s.value(), s.marks(), Optional.of(path)) : tree;
  }

  static <E extends WireEnum> Element<E> choice(E[] all) {
    return (tree, path, report) -> {
      Value<String> text = text().read(tree, path, report);
      var chosen =
          text.known().flatMap(t -> Arrays.stream(all).filter(e -> e.wire().equals(t)).findFirst());
      if (chosen.isPresent()) {
        return new Value.Known<>(path, chosen.get(), text.marks());
      }
      text.ifKnown(t -> reportChoice(all, text, report));
      return new Value.Unknown<>(path, text.marks());
    };
  }

  private static void reportChoice(WireEnum[] all, Value<String> text, Report report) {
    var choices = Arrays.stream(all).map(WireEnum::wire).toList();
    var listed = choices.stream().collect(Collectors.joining(", "));
    report.add(
        ShapeRules.UNKNOWN_CHOICE,
        text.path(),
        "\"" + text.shown() + "\" is not one of the choices: " + listed + ".",
        text.known()
            .filter(t -> !text.marks().secret())
            .flatMap(t -> Nearest.to(t, choices))
            .map(n -> "Did you mean \"" + n + "\"?")
            .orElse(ShapeRules.UNKNOWN_CHOICE.fix()));
  }

  static <T> Element<T> object(Function<SpecReader, T> fields) {
    return (tree, path, report) -> {
      if (tree instanceof Fields f) {
        return new Value.Known<>(path, SpecReader.read(f, path, report, fields), tree.marks());
      }
      return unreadable(tree, path, report, "an object");
    };
  }

  static <T> Element<List<Value<T>>> list(Element<T> element) {
    return (tree, path, report) -> {
      if (tree instanceof Items l) {
        var values = new ArrayList<Value<T>>();
        for (int i = 0; i < l.items().size(); i++) {
          values.add(element.read(l.items().get(i), path.index(i), report));
        }
        return new Value.Known<>(path, List.copyOf(values), tree.marks());
      }
      return unreadable(tree, path, report, "a list");
    };
  }

  static <T> Element<Map<String, Value<T>>> map(Element<T> element) {
    return (tree, path, report) -> {
      if (tree instanceof Fields f) {
        var values = new LinkedHashMap<String, Value<T>>();
        f.fields()
            .forEach((k, v) -> values.put(k, element.read(v, path.child(shown(k, v)), report)));
        return new Value.Known<>(path, Collections.unmodifiableMap(values), tree.marks());
      }
      return unreadable(tree, path, report, "a map");
    };
  }

  /** The keys of a secret map are part of the secret. */
  static String shown(String key, Tree value) {
    return value.allMarks().secret() ? "[secret]" : key;
  }

  private static Optional<Integer> whole(Object v) {
    if (v instanceof Integer i) {
      return Optional.of(i);
    }
    return v instanceof Double d && d == Math.rint(d) && Math.abs(d) <= Integer.MAX_VALUE
        ? Optional.of(d.intValue())
        : Optional.empty();
  }

  private static <T> Element<T> scalar(String kind, Function<Object, Optional<T>> cast) {
    return (tree, path, report) -> {
      var value = tree instanceof Scalar s ? cast.apply(s.value()) : Optional.<T>empty();
      return value
          .<Value<T>>map(v -> new Value.Known<>(path, v, tree.marks()))
          .orElseGet(() -> unreadable(tree, path, report, kind));
    };
  }

  /** Unknown is left unknown; anything else has been reported and is not looked at again. */
  private static <T> Value<T> unreadable(
      Tree tree, PropertyPath path, Report report, String wanted) {
    if (!(tree instanceof Tree.Unknown)) {
      report.add(
          ShapeRules.WRONG_TYPE,
          path,
          describe(tree) + " is not " + wanted + ".",
          fix(tree, wanted));
    }
    return new Value.Unknown<>(path, tree.marks());
  }

  private static String describe(Tree tree) {
    if (tree.marks().secret()) {
      return "[secret]";
    }
    if (tree instanceof Scalar s) {
      return s.value() instanceof String t
          ? "\"" + t + "\" (text)"
          : s.value() instanceof Double d && d == Math.rint(d)
              ? String.valueOf(d.longValue())
              : String.valueOf(s.value());
    }
    return tree instanceof Items ? "A list" : "An object";
  }

  private static String fix(Tree tree, String wanted) {
    return tree instanceof Scalar s
            && s.value() instanceof String t
            && !s.marks().secret()
            && wanted.equals("a whole number")
            && t.matches("\\d{1,9}")
        ? "Write " + t + " without quotes."
        : "Write " + wanted + ".";
  }
}
