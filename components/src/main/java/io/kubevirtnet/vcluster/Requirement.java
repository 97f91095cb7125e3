package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;
import java.util.Set;

/** A condition on the properties of node types: of a claim, or of a pool. */
final class Requirement {
  private static final Set<String> WITHOUT_VALUE = Set.of("Exists", "DoesNotExist");
  private static final Set<String> NUMBERS = Set.of("Gt", "Lt");
  private static final List<String> OPERATORS =
      List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");

  private final Part requirement;
  private final Report report;

  private Requirement(Part requirement, Report report) {
    this.requirement = requirement;
    this.report = report;
  }

  static void check(Part requirement, Report report) {
    new Requirement(requirement, report).check();
  }

  private void check() {
    var operator = requirement.get("operator");
    new ObjectChecks(report).word(operator, OPERATORS);
    var value = requirement.get("value");
    var values = requirement.get("values");
    if (requirement.isOpen() || operator.isOpen()) {
      return;
    }
    var name = operator.text().filter(o -> !o.isEmpty()).orElse("In");
    boolean given = value.isSet() || values.isOpen() || !values.items().isEmpty();
    if (value.isSet() && values.isSet()) {
      add(values, "value and values are both set.");
    } else if (WITHOUT_VALUE.contains(name) && given) {
      add(value.isSet() ? value : values, name + " takes no value.");
    } else if (OPERATORS.contains(name) && !WITHOUT_VALUE.contains(name) && !given) {
      add(operator.isSet() ? operator : requirement, name + " needs a value.");
    } else if (NUMBERS.contains(name)) {
      number(name, value, values);
    }
  }

  private void number(String name, Part value, Part values) {
    var given = value.isSet() ? List.of(value) : values.items();
    boolean open = given.stream().anyMatch(Part::isOpen) || values.isOpen();
    boolean one =
        given.size() == 1 && given.get(0).text().filter(t -> t.matches("-?\\d+")).isPresent();
    if (!open && !one) {
      add(value.isSet() ? value : values, name + " compares with one whole number.");
    }
  }

  private void add(Part part, String what) {
    PropertyPath place = Reading.place(part);
    report.add(AutoNodesCatalogue.SELECTOR, place, what);
  }
}
