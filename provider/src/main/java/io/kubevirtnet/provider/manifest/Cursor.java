package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.Element;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A place in an object, whether something is there or not. */
record Cursor(PropertyPath path, Optional<Tree> tree) {

  static Cursor root(KubernetesObject object) {
    return new Cursor(PropertyPath.ROOT, Optional.of(object.fields()));
  }

  Cursor child(String name) {
    return new Cursor(path.child(name), fields().get(name));
  }

  Cursor at(String... names) {
    var at = this;
    for (var name : names) {
      at = at.child(name);
    }
    return at;
  }

  /** The items of a list; none when there is no list here. */
  List<Cursor> items() {
    if (tree.isPresent() && tree.get() instanceof Items list) {
      return IntStream.range(0, list.items().size())
          .mapToObj(i -> new Cursor(path.index(i), Optional.of(list.items().get(i))))
          .toList();
    }
    return List.of();
  }

  Fields fields() {
    return tree.isPresent() && tree.get() instanceof Fields f ? f : Fields.EMPTY;
  }

  boolean isPresent() {
    return tree.isPresent();
  }

  <T> Value<T> value(Element<T> element, Report report) {
    return tree.map(t -> element.read(t, path, report)).orElseGet(() -> new Value.Absent<>(path));
  }

  Value<String> text(Report report) {
    return value(Element.text(), report);
  }

  /** Text, or a number where Kubernetes takes both. */
  Value<String> textOrNumber(Report report) {
    return new Cursor(path, tree.map(Cursor::asText)).text(report);
  }

  Value<Map<String, Value<String>>> texts(Report report) {
    return value(Element.map(Element.text()), report);
  }

  /** A number for which the reader of the object takes 0 as "not set". */
  Value<Integer> numberAboveZero(Report report) {
    var number = value(Element.integer(), report);
    return number.known().filter(n -> n == 0).isPresent() ? new Value.Absent<>(path) : number;
  }

  /** The text here, without a finding when it is none. */
  Optional<String> known() {
    return tree.filter(Scalar.class::isInstance).map(t -> String.valueOf(t.plain()));
  }

  boolean is(String text) {
    return known().filter(text::equals).isPresent();
  }

  /** Notes the fields here that nobody looked at. */
  void rest(Report report, String... lookedAt) {
    var left = new TreeSet<>(fields().fields().keySet());
    left.removeAll(Set.of(lookedAt));
    if (!left.isEmpty()) {
      report.notChecked(path, String.join(", ", left));
    }
  }

  static Tree asText(Tree tree) {
    return tree instanceof Scalar s && s.value() instanceof Integer
        ? Tree.of(String.valueOf(s.value()))
        : tree;
  }
}
