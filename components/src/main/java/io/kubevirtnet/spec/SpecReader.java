package io.kubevirtnet.spec;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the properties of one object; what nobody asked for in the end does not exist. */
public final class SpecReader {
  private final Fields fields;
  private final PropertyPath path;
  private final Report report;
  private final List<String> known = new ArrayList<>();

  private SpecReader(Fields fields, PropertyPath path, Report report) {
    this.fields = fields;
    this.path = path;
    this.report = report;
  }

  /** Reads all properties with the generated function, then reports those that it did not read. */
  public static <T> T read(
      Fields fields, PropertyPath path, Report report, Function<SpecReader, T> properties) {
    var reader = new SpecReader(fields, path, report);
    T spec = properties.apply(reader);
    reader.reportUnknownProperties();
    return spec;
  }

  public PropertyPath path() {
    return path;
  }

  public <T> Value<T> optional(String name, Element<T> element) {
    known.add(name);
    var at = path.child(name);
    return fields
        .get(name)
        .map(tree -> element.read(tree, at, report))
        .orElseGet(() -> new Value.Absent<>(at));
  }

  /**
   * What is missing is reported here and unknown from here on, so that no rule reports it again.
   */
  public <T> Value<T> required(String name, Element<T> element) {
    var value = optional(name, element);
    if (value.isAbsent()) {
      report.add(ShapeRules.MISSING, value.path(), name + " is required and was left out.");
      return new Value.Unknown<>(value.path(), value.marks());
    }
    return value;
  }

  /**
   * Reports a value that must be known already, as must be the items of a list. What is inside an
   * object says for itself whether it must.
   */
  public <T> Value<T> plain(Value<T> value) {
    if (fields.get(last(value)).filter(SpecReader::isOpen).isPresent()) {
      report.add(ShapeRules.NOT_PLAIN, value.path(), "This is only known after apply.");
    }
    return value;
  }

  private static boolean isOpen(Tree tree) {
    return tree instanceof Tree.Unknown
        || (tree instanceof Tree.Items list
            && list.items().stream().anyMatch(Tree.Unknown.class::isInstance));
  }

  private String last(Value<?> value) {
    return known.stream()
        .filter(name -> path.child(name).equals(value.path()))
        .findFirst()
        .orElseThrow();
  }

  private void reportUnknownProperties() {
    fields
        .fields()
        .forEach(
            (name, tree) -> {
              if (!known.contains(name)) {
                reportUnknownProperty(Element.shown(name, tree));
              }
            });
  }

  private void reportUnknownProperty(String name) {
    report.add(
        ShapeRules.UNKNOWN_PROPERTY,
        path.child(name),
        "There is no property " + name + " here.",
        Nearest.to(name, known)
            .map(n -> "Did you mean " + n + "?")
            .orElse("Known here: " + String.join(", ", known) + "."));
  }
}
