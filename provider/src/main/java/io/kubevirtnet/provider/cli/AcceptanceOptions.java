package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.plan.Acceptance;
import io.kubevirtnet.provider.plan.Acknowledgement;
import io.kubevirtnet.provider.plan.FailOn;
import io.kubevirtnet.provider.plan.Suppression;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What of a plan is accepted. */
final class AcceptanceOptions {
  private static final String SEVERITY = "--severity";
  private static final String ACKNOWLEDGE = "--acknowledge";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "error, warning, info or none: exit code 1 when a finding of it or a graver one arises."
              + " Default: error.")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = SEVERITY,
      paramLabel = "CODE=SEVERITY",
      description =
          "What a finding weighs: error, warning or info. May be repeated. What the cluster would"
              + " refuse stays an error.")
  private Map<String, String> severities = new LinkedHashMap<>();

  @Option(
      names = "--suppress",
      paramLabel = "FILE",
      description =
          "YAML of findings that are accepted where they are, and of risks that somebody agreed to,"
              + " each with a reason. May be repeated.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = ACKNOWLEDGE,
      paramLabel = "RISK",
      description =
          "Agrees to a risk by its name, to all of a kind, or to all whose names begin so, with * at"
              + " the end. May be repeated. Exit code 3 without.")
  private List<String> acknowledged = new ArrayList<>();

  /**
   * All of it.
   *
   * @throws ParameterException with everything that is wrong
   */
  Acceptance acceptance(InputStream in, LocalDate today) {
    var problems = new ArrayList<String>();
    var weights = new LinkedHashMap<String, Severity>();
    severities.forEach((code, severity) -> weigh(code, severity, weights, problems));
    var suppressions = new ArrayList<Suppression>();
    var acknowledgements = new ArrayList<Acknowledgement>();
    for (var risk : acknowledged) {
      var made = new Acknowledgement(risk, "", ACKNOWLEDGE + " " + risk);
      if (made.isPossible()) {
        acknowledgements.add(made);
      } else {
        problems.add(ACKNOWLEDGE + ": " + AcceptanceFile.noSuchRisk(risk));
      }
    }
    for (var given : files) {
      var input = new InputFile(given, in);
      var file = AcceptanceFile.read(input.name(), input.text());
      problems.addAll(file.problems());
      suppressions.addAll(file.suppressions());
      acknowledgements.addAll(file.acknowledgements());
    }
    if (!problems.isEmpty()) {
      throw new ParameterException(spec.commandLine(), String.join("\n", problems));
    }
    return new Acceptance(failOn, weights, suppressions, acknowledgements, today);
  }

  private static void weigh(
      String typed, String word, Map<String, Severity> weights, List<String> problems) {
    var rule = new RuleCode(typed).rule();
    var severity = Severity.parse(word);
    if (rule.isEmpty()) {
      problems.add(SEVERITY + ": " + new RuleCode(typed).unknown());
    } else if (severity.isEmpty()) {
      problems.add(
          "%s: %s=%s: there are error, warning and info.".formatted(SEVERITY, typed, word));
    } else if (rule.get().fixed() && severity.get() != Severity.ERROR) {
      problems.add(SEVERITY + ": " + AcceptanceFile.cannotBe(rule.get().code(), "lowered"));
    } else {
      weights.put(rule.get().code(), severity.get());
    }
  }
}
