package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is accepted of a plan. Whoever makes one has seen to it that nothing in it is about a
 * finding that the cluster would refuse.
 *
 * @param severities what findings weigh, by code
 * @param today on this day suppressions hold or do not
 */
public record Acceptance(
    FailOn failOn,
    Map<String, Severity> severities,
    List<Suppression> suppressions,
    List<Acknowledgement> acknowledgements,
    LocalDate today) {
  public Acceptance {
    severities = Map.copyOf(severities);
    suppressions = List.copyOf(suppressions);
    acknowledgements = List.copyOf(acknowledgements);
  }

  /** Errors make it fail, and nobody has agreed to anything. */
  public static Acceptance none() {
    return new Acceptance(FailOn.ERROR, Map.of(), List.of(), List.of(), LocalDate.EPOCH);
  }

  public AcceptedPlan of(Plan plan) {
    var kept = new ArrayList<PlannedFinding>();
    var suppressed = new ArrayList<SuppressedFinding>();
    Set<Object> used = new LinkedHashSet<>();
    for (var planned : plan.findings()) {
      var weighed = new PlannedFinding(weighed(planned.finding()), planned.arises());
      var by = suppression(planned.finding());
      by.ifPresent(used::add);
      by.ifPresentOrElse(
          s -> suppressed.add(new SuppressedFinding(weighed, s.reason())), () -> kept.add(weighed));
    }
    var open = new ArrayList<Risk>();
    var acknowledged = new ArrayList<AcknowledgedRisk>();
    for (var risk : plan.risks()) {
      var all = acknowledgements.stream().filter(a -> a.covers(risk)).toList();
      used.addAll(all);
      all.stream()
          .findFirst()
          .ifPresentOrElse(
              a -> acknowledged.add(new AcknowledgedRisk(risk, a.risks(), a.reason())),
              () -> open.add(risk));
    }
    // Stable: what weighs the same stays in the plan's order.
    kept.sort(Comparator.comparing(p -> p.finding().severity()));
    var accepted = withFindings(plan, kept);
    return new AcceptedPlan(
        accepted, outcome(accepted, open), suppressed, open, acknowledged, remarks(used));
  }

  private Finding weighed(Finding finding) {
    return finding.withSeverity(
        Optional.ofNullable(severities.get(finding.code())).orElse(finding.severity()));
  }

  private Optional<Suppression> suppression(Finding finding) {
    return suppressions.stream().filter(s -> s.holdsOn(today) && s.matches(finding)).findFirst();
  }

  private Outcome outcome(Plan plan, List<Risk> open) {
    if (plan.findings().stream()
        .anyMatch(f -> f.arises() && failOn.includes(f.finding().severity()))) {
      return Outcome.ERRORS;
    }
    if (plan.isEmpty()) {
      return Outcome.NO_CHANGES;
    }
    return open.isEmpty() ? Outcome.CHANGES : Outcome.UNACKNOWLEDGED;
  }

  private List<String> remarks(Set<Object> used) {
    var remarks = new ArrayList<String>();
    for (var suppression : suppressions) {
      if (!suppression.holdsOn(today)) {
        remarks.add(
            "%s: the suppression of %s held until %s."
                .formatted(
                    suppression.place(),
                    suppression.code(),
                    suppression.expires().map(LocalDate::toString).orElse("")));
      } else if (!used.contains(suppression)) {
        remarks.add(
            "%s: %s is not found at %s; the suppression can go."
                .formatted(suppression.place(), suppression.code(), where(suppression)));
      }
    }
    acknowledgements.stream()
        .filter(a -> !used.contains(a))
        .map(a -> "%s: this plan has no risk %s.".formatted(a.place(), a.risks()))
        .forEach(remarks::add);
    return remarks;
  }

  private static String where(Suppression s) {
    var object = s.kind() + " " + s.name();
    return s.path().text().equals("*") ? object : object + ", " + s.path();
  }

  private static Plan withFindings(Plan plan, List<PlannedFinding> findings) {
    return new Plan(
        plan.resources(),
        plan.unchanged(),
        plan.nodes(),
        plan.machines(),
        plan.joins(),
        plan.leftBehind(),
        findings,
        plan.risks(),
        plan.notChecked(),
        plan.before(),
        plan.after());
  }
}
