package io.kubevirtnet.attachment;

import io.kubevirtnet.cni.DefinitionRules;
import io.kubevirtnet.finding.Report;

/**
 * The rules that hold for definitions, whoever wrote them, on those of an attachment. What they
 * find is said at the input that it comes from.
 */
public final class DefinitionChecks {
  private DefinitionChecks() {}

  /** A place where something is wrong already gets no second finding. */
  public static void check(DesiredAttachment attachment, Report report) {
    for (var definition : attachment.definitions()) {
      var said = new Report();
      DefinitionRules.check(definition, attachment.circumstances(), said);
      hand(attachment, said, report);
    }
  }

  /** Hands on what was said of definitions of an attachment. */
  public static void hand(DesiredAttachment attachment, Report said, Report report) {
    report.addNews(said.moved(attachment::input));
  }
}
