package io.kubevirtnet.provider.page;

import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.Plan;
import java.util.Optional;

/** What somebody should agree to, with the name that says so. */
final class RiskChapter {
  private static final String ID = "risks";

  private RiskChapter() {}

  static Optional<PageChapter> of(Plan plan) {
    var risks = plan.risks();
    if (risks.isEmpty()) {
      return Optional.empty();
    }
    var rows = Element.of("tbody");
    for (var risk : risks.subList(0, Math.min(risks.size(), Piece.MOST_ROWS))) {
      rows.add(
          Element.of("tr")
              .add(
                  Element.of("td")
                      .add(Piece.badge("caution", "\u25b2", risk.kind().wire().replace('-', ' '))))
              .add(Element.of("td").add(Piece.words(risk.what())))
              .add(Element.of("td").add(Piece.code(risk.name()))));
    }
    var section =
        Piece.section(ID, "Risks")
            .add(
                Element.of(
                    "p", "Somebody should agree to these before they happen, by their names."))
            .add(
                Element.of("div")
                    .kind("wide")
                    .add(Piece.table("Risks", "Risk", "What", "Name to acknowledge").add(rows)));
    if (risks.size() > Piece.MOST_ROWS) {
      section.add(Piece.more(risks.size() - Piece.MOST_ROWS, "risks"));
    }
    return Optional.of(new PageChapter(ID, "Risks", risks.size(), section));
  }
}
