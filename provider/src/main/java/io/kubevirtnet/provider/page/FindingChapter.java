package io.kubevirtnet.provider.page;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlannedFinding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the rules say: the errors open, all else folded. */
final class FindingChapter {
  private static final String ID = "findings";

  private FindingChapter() {}

  static Optional<PageChapter> of(Plan plan, Anchors anchors) {
    if (plan.findings().isEmpty()) {
      return Optional.empty();
    }
    var arising =
        plan.findings().stream()
            .filter(PlannedFinding::arises)
            .map(PlannedFinding::finding)
            .toList();
    var errors = arising.stream().filter(Finding::isError).toList();
    var others = arising.stream().filter(f -> !f.isError()).toList();
    var title = errors.isEmpty() ? "Findings" : "Errors";
    var section = Piece.section(ID, title);
    if (errors.isEmpty()) {
      section.add(Element.of("p", "No error comes with this change."));
    } else {
      section.add(list(errors, anchors));
    }
    if (!others.isEmpty()) {
      section.add(
          Element.of("details")
              .add(
                  Element.of("summary", Piece.count(others.size(), "warning") + " and other notes"))
              .add(list(others, anchors)));
    }
    int old = plan.findings().size() - arising.size();
    if (old > 0) {
      section.add(
          Element.of(
                  "p",
                  Piece.count(old, "finding")
                      + " that the old side has as well "
                      + (old == 1 ? "is" : "are")
                      + " not shown.")
              .kind("more"));
    }
    return Optional.of(
        new PageChapter(ID, title, errors.isEmpty() ? arising.size() : errors.size(), section));
  }

  private static Element list(List<Finding> findings, Anchors anchors) {
    var list = Element.of("ul").kind("findings");
    for (var finding : findings.subList(0, Math.min(findings.size(), Piece.MOST_ROWS))) {
      list.add(item(finding, anchors));
    }
    if (findings.size() > Piece.MOST_ROWS) {
      list.add(
          Element.of(
              "li", "And " + Piece.number(findings.size() - Piece.MOST_ROWS) + " more findings."));
    }
    return list;
  }

  private static Element item(Finding finding, Anchors anchors) {
    var head =
        Element.of("p").add(badge(finding.severity())).say(" ").add(Piece.code(finding.code()));
    finding.resource().ifPresent(r -> head.say(" ").add(Piece.link(r, anchors)));
    if (!finding.path().text().isEmpty()) {
      head.say(" ").add(Piece.code(finding.path().text()));
    }
    var item =
        Element.of("li")
            .add(head)
            .add(Element.of("p").add(Element.of("strong").add(Piece.words(finding.what()))));
    if (!finding.why().isEmpty()) {
      item.add(Element.of("p").add(Piece.words(finding.why())));
    }
    finding
        .upstream()
        .ifPresent(
            u ->
                item.add(
                    Element.of("p", u.tool() + " says: ")
                        .kind("muted")
                        .add(Piece.words(u.message()))));
    if (!finding.fix().isEmpty()) {
      item.add(Element.of("p").kind("fix").add(Piece.words(finding.fix())));
    }
    return item;
  }

  private static Element badge(Severity severity) {
    var word = severity.name().toLowerCase(Locale.ROOT);
    return switch (severity) {
      case ERROR -> Piece.badge("stop", "\u2715", word);
      case WARNING -> Piece.badge("caution", "\u25b2", word);
      case INFO -> Piece.badge("plain", "\u2022", word);
    };
  }
}
