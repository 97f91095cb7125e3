package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.doctor.Checkup;
import io.kubevirtnet.provider.doctor.Examination;
import io.kubevirtnet.provider.doctor.Symptom;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.report.Columns;
import io.kubevirtnet.provider.report.Count;
import io.kubevirtnet.provider.report.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a doctor found, as a person reads it: problems first. */
final class DoctorText {
  private static final String INDENT = "  ";
  private static final String DEEPER = "    ";
  private static final String DEEPEST = "         ";

  private DoctorText() {}

  static String of(Examination examination) {
    var text = new StringBuilder();
    title(text, examination.context(), examination.address());
    symptoms(text, "Problems", examination, Severity.ERROR, Severity.WARNING);
    symptoms(text, "Hints", examination, Severity.INFO);
    notes(text, "Fine", examination, Checkup::fine);
    notes(text, "Not checked", examination, Checkup::notChecked);
    return text.append(summary(examination)).append('\n').toString();
  }

  static String notReached(String context, String address, String reason) {
    var text = new StringBuilder();
    title(text, context, address);
    paragraph(text, "Not reached: " + reason, "", INDENT);
    return text.toString();
  }

  private static void title(StringBuilder text, String context, String address) {
    text.append("Cluster ")
        .append(Columns.printable(context))
        .append(" (")
        .append(address)
        .append(")\n");
  }

  private static void symptoms(
      StringBuilder text, String title, Examination examination, Severity... severities) {
    var lines = new StringBuilder();
    for (var severity : severities) {
      examination
          .symptoms()
          .filter(s -> s.finding().severity() == severity)
          .forEach(s -> symptom(lines, s));
    }
    if (!lines.isEmpty()) {
      text.append(title).append(":\n").append(lines);
    }
  }

  private static void symptom(StringBuilder text, Symptom symptom) {
    var finding = symptom.finding();
    var object = finding.resource().map(CheckedObject::title).orElse("");
    paragraph(
        text,
        "%s: %s %s: %s %s"
            .formatted(
                finding.severity().wire(), finding.code(), object, finding.what(), finding.why()),
        INDENT,
        DEEPER);
    // Never broken: it is to be copied.
    text.append(DEEPER).append("see: ").append(Columns.printable(symptom.command())).append('\n');
    paragraph(text, "fix: " + finding.fix(), DEEPER, DEEPEST);
  }

  private static void notes(
      StringBuilder text,
      String title,
      Examination examination,
      Function<Checkup, List<String>> notes) {
    var lines = new StringBuilder();
    for (var checkup : examination.checkups()) {
      for (var note : notes.apply(checkup)) {
        paragraph(lines, checkup.title() + ": " + note, INDENT, DEEPER);
      }
    }
    if (!lines.isEmpty()) {
      text.append(title).append(":\n").append(lines);
    }
  }

  private static void paragraph(StringBuilder text, String words, String first, String others) {
    Paragraph.lines(Columns.printable(words), first, others)
        .forEach(line -> text.append(line).append('\n'));
  }

  private static String summary(Examination examination) {
    var counts = new ArrayList<String>();
    for (var severity : Severity.values()) {
      long number = examination.symptoms().filter(s -> s.finding().severity() == severity).count();
      if (number > 0) {
        counts.add(
            severity == Severity.INFO
                ? Count.of(number, "hint")
                : Count.of(number, severity.wire()));
      }
    }
    long open = examination.checkups().stream().mapToLong(c -> c.notChecked().size()).sum();
    return (counts.isEmpty() ? "Nothing found" : String.join(", ", counts))
        + (open == 0 ? "" : " (" + open + " not checked)");
  }
}
