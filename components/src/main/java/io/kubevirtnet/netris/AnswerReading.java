package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.spec.Element;
import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.spec.NetrisFindingSpec;
import io.kubevirtnet.spec.ShapeRules;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;

/** Reads what the plugin answered; it may be of another version. */
public final class AnswerReading {
  private static final PropertyPath CONTROLLER = PropertyPath.ROOT.child("controller");

  private AnswerReading() {}

  private record Shape(
      Value<NetrisFactsSpec> facts, Value<List<Value<NetrisFindingSpec>>> findings) {
    static Shape read(SpecReader in) {
      return new Shape(
          in.optional("facts", Element.object(NetrisFactsSpec::read)),
          in.required("findings", Element.list(Element.object(NetrisFindingSpec::read))));
    }
  }

  /**
   * The answer, unknown while any of it is. Nothing at all is what the engine answers for a
   * provider whose configuration is not known yet.
   */
  public static Value<NetrisAnswer> read(Tree answer) {
    boolean isNothing = answer instanceof Fields fields && fields.fields().isEmpty();
    if (answer.hasUnknown() || isNothing) {
      return new Value.Unknown<>(CONTROLLER, answer.allMarks());
    }
    return answer instanceof Fields fields ? read(fields) : notUnderstood(answer);
  }

  private static Value<NetrisAnswer> read(Fields fields) {
    var report = new Report();
    var shape = SpecReader.read(fields, CONTROLLER, report, Shape::read);
    var wrong = report.findings().stream().filter(AnswerReading::isWrong).findFirst();
    return wrong.isPresent()
        ? notUnderstood(fields)
        : new Value.Known<>(CONTROLLER, answer(shape, fields.allMarks()), fields.marks());
  }

  /** A newer plugin may say more than this library knows. */
  private static boolean isWrong(Finding finding) {
    return !finding.code().equals(ShapeRules.UNKNOWN_PROPERTY.code());
  }

  private static NetrisAnswer answer(Shape shape, Marks marks) {
    var findings =
        shape.findings().known().stream()
            .flatMap(List::stream)
            .flatMap(f -> f.known().stream())
            .toList();
    boolean later = shape.facts().isAbsent() && findings.stream().noneMatch(AnswerReading::isError);
    return new NetrisAnswer(
        later ? new Value.Unknown<>(shape.facts().path(), marks) : shape.facts(), findings);
  }

  private static boolean isError(NetrisFindingSpec finding) {
    return severity(finding).orElse(Severity.ERROR) == Severity.ERROR;
  }

  static Optional<Severity> severity(NetrisFindingSpec finding) {
    return finding.severity().known().flatMap(Severity::parse);
  }

  private static Value<NetrisAnswer> notUnderstood(Tree answer) {
    var said = failed("The plugin gave an answer that this library does not understand.");
    return read((Fields) said.marked(answer.allMarks()));
  }

  /** An answer that says why there is none. */
  public static Fields failed(String what) {
    var rule = AnswerCatalogue.NO_ANSWER;
    return Tree.of(
        "findings",
        List.of(
            Tree.of("code", rule.code())
                .with("severity", rule.severity().wire())
                .with("input", CONTROLLER.text())
                .with("what", what)
                .with("fix", rule.fix())));
  }
}
