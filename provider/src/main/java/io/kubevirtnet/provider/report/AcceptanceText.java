package io.kubevirtnet.provider.report;

import io.kubevirtnet.provider.plan.AcceptedPlan;
import io.kubevirtnet.provider.plan.AcknowledgedRisk;
import io.kubevirtnet.provider.plan.SuppressedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody accepts of a plan, as it stands below the plan itself. */
public final class AcceptanceText {
  private AcceptanceText() {}

  /** A title with lines below it. */
  private record Section(String title, List<String> lines) {}

  /** For a terminal of that many columns; empty where there is nothing to say. */
  public static String of(AcceptedPlan accepted, int width) {
    var text = new StringBuilder();
    for (var section : sections(accepted)) {
      text.append('\n').append(section.title()).append(":\n");
      section.lines().stream()
          .flatMap(l -> Paragraph.lines(Columns.printable(l), "  ", "    ", width).stream())
          .forEach(l -> text.append(l).append('\n'));
    }
    return text.toString();
  }

  /** The lines without titles: what is suppressed, acknowledged, and without effect. */
  public static List<String> lines(AcceptedPlan accepted) {
    return sections(accepted).stream().flatMap(s -> s.lines().stream()).toList();
  }

  private static List<Section> sections(AcceptedPlan accepted) {
    var all = new ArrayList<Section>();
    all.add(
        new Section(
            "Accepted",
            Stream.concat(
                    accepted.suppressed().stream().map(AcceptanceText::suppressed),
                    accepted.acknowledged().stream().map(AcceptanceText::acknowledged))
                .toList()));
    all.add(new Section("Without effect", accepted.remarks()));
    all.removeIf(s -> s.lines().isEmpty());
    return all;
  }

  private static String suppressed(SuppressedFinding suppressed) {
    var finding = suppressed.planned().finding();
    var object = finding.resource().map(Object::toString).orElse("");
    var where =
        Stream.of(finding.code(), object, finding.path().text())
            .filter(t -> !t.isEmpty())
            .collect(Collectors.joining(" "));
    return "%s: %s Reason: %s".formatted(where, finding.what(), suppressed.reason());
  }

  private static String acknowledged(AcknowledgedRisk acknowledged) {
    var reason = acknowledged.reason().isEmpty() ? "none given." : acknowledged.reason();
    return "%s, by %s: %s Reason: %s"
        .formatted(
            acknowledged.risk().name(), acknowledged.by(), acknowledged.risk().what(), reason);
  }
}
