package io.kubevirtnet.provider.report;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A place in a tree, for showing what is there. A secret never becomes text. */
public record Peek(Optional<Tree> tree) {
  private static final String SECRET = "[secret]";
  private static final String UNKNOWN = "[unknown]";
  private static final String NONE = "(none)";

  public static Peek of(Tree tree) {
    return new Peek(Optional.of(tree));
  }

  public Peek at(String... names) {
    Optional<Tree> at = tree;
    for (var name : names) {
      at = at.filter(Fields.class::isInstance).flatMap(t -> ((Fields) t).get(name));
    }
    return new Peek(at);
  }

  public List<Peek> items() {
    return tree.isPresent() && tree.get() instanceof Items list
        ? list.items().stream().map(Peek::of).toList()
        : List.of();
  }

  public Map<String, Peek> fields() {
    var fields = new LinkedHashMap<String, Peek>();
    if (tree.isPresent() && tree.get() instanceof Fields f) {
      f.fields().forEach((k, v) -> fields.put(k, of(v)));
    }
    return fields;
  }

  public boolean isPresent() {
    return tree.isPresent();
  }

  public boolean is(Object value) {
    return tree.filter(t -> t instanceof Scalar s && s.value().equals(value)).isPresent();
  }

  /** The text that is known and no secret. */
  public Optional<String> openText() {
    return tree.filter(t -> t instanceof Scalar && !t.marks().secret())
        .map(t -> String.valueOf(t.plain()));
  }

  /** Empty where there is nothing. */
  public String text() {
    return tree.map(Peek::text).orElse("");
  }

  private static String text(Tree tree) {
    if (tree.marks().secret()) {
      return SECRET;
    }
    if (tree instanceof Unknown) {
      return UNKNOWN;
    }
    if (tree instanceof Items list) {
      return list.items().stream().map(Peek::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (tree instanceof Fields f) {
      return f.fields().entrySet().stream()
          .map(e -> e.getKey() + ": " + text(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return tree instanceof Scalar s ? String.valueOf(s.value()) : NONE;
  }
}
