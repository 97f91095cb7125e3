package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.page.PlanPage;
import io.kubevirtnet.provider.plan.AcceptedPlan;
import io.kubevirtnet.provider.report.AcceptanceText;
import io.kubevirtnet.provider.report.Note;
import io.kubevirtnet.provider.report.PlanDocument;
import io.kubevirtnet.provider.report.PlanJson;
import io.kubevirtnet.provider.report.PlanMarkdown;
import io.kubevirtnet.provider.report.PlanText;
import io.kubevirtnet.provider.report.PlanVerdict;
import io.kubevirtnet.provider.report.Style;
import java.util.List;

/**
 * A plan in the form that was asked for. The only place that knows how plans are written.
 *
 * @param notes what components said beside the plan
 */
record PlanReport(AcceptedPlan accepted, List<Note> notes, Style style) {
  PlanReport {
    notes = List.copyOf(notes);
  }

  /** How it is written. */
  enum Format {
    TEXT,
    MARKDOWN,
    JSON,
    HTML
  }

  String written(Format format) {
    return switch (format) {
      case TEXT -> text();
      case MARKDOWN -> markdown();
      case JSON -> json();
      case HTML -> html();
    };
  }

  private String text() {
    return PlanText.of(accepted.shown(), style, notes) + AcceptanceText.of(accepted, style.width());
  }

  private String markdown() {
    return PlanMarkdown.of(accepted, notes);
  }

  private String json() {
    return PlanJson.of(new PlanDocument(PlanVerdict.of(accepted.plan()), accepted));
  }

  private String html() {
    var shown = accepted.shown();
    return PlanPage.of(shown, PlanVerdict.of(shown), AcceptanceText.lines(accepted));
  }

  int exitCode() {
    return accepted.outcome().exitCode();
  }
}
