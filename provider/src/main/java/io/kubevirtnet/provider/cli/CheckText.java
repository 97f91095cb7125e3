package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.report.Count;
import java.util.ArrayList;
import java.util.List;

/** The result of a check as a person reads it. */
final class CheckText {
  private CheckText() {}

  static String of(List<CheckedObject> objects) {
    var text = new StringBuilder();
    for (var object : objects) {
      if (!object.findings().isEmpty()) {
        text.append(object.title()).append(":\n");
        object.findings().forEach(f -> text.append("  ").append(line(f)).append('\n'));
      }
    }
    var notChecked = objects.stream().filter(o -> !o.notChecked().isEmpty()).toList();
    if (!notChecked.isEmpty()) {
      text.append("Not checked:\n");
      notChecked.forEach(o -> text.append("  ").append(line(o)).append('\n'));
    }
    return text.append(summary(objects)).append('\n').toString();
  }

  private static String line(Finding finding) {
    return finding.severity().wire() + ": " + finding.line();
  }

  private static String line(CheckedObject object) {
    return object.title() + ": " + String.join("; ", object.notChecked());
  }

  private static String summary(List<CheckedObject> objects) {
    var counts = new ArrayList<String>();
    for (var severity : Severity.values()) {
      long number =
          objects.stream()
              .flatMap(o -> o.findings().stream())
              .filter(f -> f.severity() == severity)
              .count();
      if (number > 0) {
        counts.add(
            severity == Severity.INFO ? number + " info" : Count.of(number, severity.wire()));
      }
    }
    long unknown = objects.stream().filter(o -> !o.known()).count();
    return (counts.isEmpty() ? "Nothing found" : String.join(", ", counts))
        + " in "
        + Count.of(objects.size(), "object")
        + (unknown == 0 ? "" : " (" + unknown + " not checked)");
  }
}
