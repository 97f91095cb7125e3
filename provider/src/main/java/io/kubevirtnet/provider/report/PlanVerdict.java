package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.BrokenJoin;
import io.kubevirtnet.provider.plan.MachineImpact;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.ResourceChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The plan in one paragraph, for whoever reads nothing else: {@code 1 network deleted, 1 VM
 * restarts. No management interface touched. Not checked: nodes (no cluster reachable).}
 */
public final class PlanVerdict {
  private static final int NAMED = 3;
  private static final int LONGEST_NAME = 200;
  private static final String NODES = "nodes";

  private final Plan plan;

  private PlanVerdict(Plan plan) {
    this.plan = plan;
  }

  public static String of(Plan plan) {
    var verdict = new PlanVerdict(plan);
    var sentences = new ArrayList<String>();
    sentences.add(verdict.changes());
    sentences.add(verdict.problems());
    sentences.add(ManagementSentence.of(plan.nodes()));
    sentences.add(verdict.risks());
    sentences.add(verdict.notChecked());
    return Columns.printable(
        String.join(" ", sentences.stream().filter(s -> !s.isEmpty()).toList()));
  }

  private String changes() {
    if (plan.isEmpty()) {
      return "Nothing changes"
          + (plan.unchanged() == 0
              ? "."
              : " (" + Count.of(plan.unchanged(), "object") + " as before).");
    }
    var parts = new ArrayList<String>();
    for (var action : List.of(Action.DELETE, Action.REPLACE, Action.CHANGE, Action.REWORD)) {
      byKind(action)
          .forEach(
              (kind, number) ->
                  parts.add(
                      KindNoun.counted(number, kind) + " " + ActionWord.of(action).participle()));
    }
    var created = new CreatedPhrases(plan, !parts.isEmpty());
    parts.addAll(created.phrases());
    parts.addAll(machines());
    if (parts.isEmpty()) {
      parts.add(nodes().map(n -> "something changes on " + n).orElse("something changes on nodes"));
    }
    return created.head(nodes()) + String.join(", ", parts) + where(created) + ".";
  }

  /** How many nodes see something of it, where the head did not say it. */
  private String where(CreatedPhrases created) {
    boolean said = !created.head(nodes()).isEmpty() || plan.resources().isEmpty();
    return said ? "" : nodes().map(n -> "; " + n + " touched").orElse("");
  }

  private Optional<String> nodes() {
    long number = plan.nodes().stream().flatMap(n -> n.nodes().stream()).distinct().count();
    return number == 0 ? Optional.empty() : Optional.of(Count.of(number, "node"));
  }

  private Map<String, Long> byKind(Action action) {
    Map<String, Long> numbers = new TreeMap<>();
    plan.resources().stream()
        .filter(r -> r.action() == action)
        .forEach(r -> numbers.merge(r.reference().kind(), 1L, Long::sum));
    return numbers;
  }

  private List<String> machines() {
    var created =
        plan.resources().stream()
            .filter(r -> r.action() == Action.CREATE || r.action() == Action.DELETE)
            .map(ResourceChange::reference)
            .toList();
    var known = new HashSet<>(created);
    var parts = new ArrayList<String>();
    for (var effect :
        List.of(
            Effect.DELETED,
            Effect.CUT_OFF,
            Effect.RECREATE,
            Effect.RESTART,
            Effect.NEVER_LANDS,
            Effect.MIGRATION,
            Effect.HOTPLUG,
            Effect.LIVE)) {
      long vms = count(effect, true, known);
      if (vms > 0) {
        parts.add(Count.of(vms, "VM") + " " + EffectWord.some(effect, vms == 1));
      }
      long types = count(effect, false, known);
      if (types > 0) {
        parts.add("machines of " + Count.of(types, "node type") + " " + EffectWord.ofType(effect));
      }
    }
    return parts;
  }

  private long count(Effect effect, boolean vms, Set<ObjectReference> without) {
    return plan.machines().stream()
        .filter(m -> m.effect() == effect && m.type().isEmpty() == vms)
        .filter(m -> !without.contains(m.machine()))
        .map(MachineImpact::machine)
        .count();
  }

  private String problems() {
    var parts = new ArrayList<String>();
    for (var severity : List.of(Severity.ERROR, Severity.WARNING)) {
      long number =
          plan.findings().stream()
              .filter(f -> f.arises() && f.finding().severity() == severity)
              .count();
      if (number > 0) {
        parts.add(Count.of(number, severity.wire()));
      }
    }
    long joins = plan.joins().stream().filter(BrokenJoin::arises).count();
    if (joins > 0) {
      parts.add(Count.of(joins, "connection") + (joins == 1 ? " breaks" : " break"));
    }
    return parts.isEmpty() ? "" : String.join(", ", parts) + ".";
  }

  private String risks() {
    return plan.risks().isEmpty() ? "" : Count.of(plan.risks().size(), "risk") + " to acknowledge.";
  }

  /** Whole things by name, single fields by number. */
  private String notChecked() {
    var whole =
        plan.notChecked().stream()
            .filter(n -> !n.what().contains(":"))
            .sorted(
                Comparator.comparing((NotChecked n) -> !n.what().equals(NODES))
                    .thenComparing(n -> n))
            .limit(NAMED)
            .map(n -> cut(n.what()) + " (" + cut(n.why()) + ")")
            .toList();
    if (plan.notChecked().isEmpty()) {
      return "";
    }
    int rest = plan.notChecked().size() - whole.size();
    if (whole.isEmpty()) {
      return "Not checked: " + Count.of(rest, "detail") + ".";
    }
    return "Not checked: "
        + String.join(", ", whole)
        + (rest == 0 ? "" : " and " + Count.of(rest) + " more")
        + ".";
  }

  private static String cut(String text) {
    return Excerpt.of(text, LONGEST_NAME);
  }
}
