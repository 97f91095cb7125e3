package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The captures of a policy: what it takes from the state of each node, to use it in the desired
 * state. nmstate 2.2.62 is followed in what it reads, in what it finds and in what it refuses.
 */
public final class Captures {
  private static final int ROUNDS = 10;

  private final Map<String, CaptureExpression> expressions;
  private final PropertyPath base;
  private final boolean complete;

  private Captures(
      Map<String, CaptureExpression> expressions, PropertyPath base, boolean complete) {
    this.expressions = expressions;
    this.base = base;
    this.complete = complete;
  }

  /** What each capture took on one node. */
  public record Captured(Map<String, NetworkState> states) {
    public Captured {
      states = Map.copyOf(states);
    }
  }

  /** Reads the expressions, by name; what can not be read is told. */
  public static Captures parse(Fields captures, PropertyPath base, Report report) {
    var read = new LinkedHashMap<String, CaptureExpression>();
    for (var entry : captures.fields().entrySet()) {
      var path = base.child(entry.getKey());
      if (entry.getValue() instanceof Unknown) {
        report.notChecked(path, "known after apply");
        continue;
      }
      try {
        read.put(entry.getKey(), CaptureExpression.parse(Scalars.text(entry.getValue())));
      } catch (PolicyProblem e) {
        refuse(
            TrafficCatalogue.CAPTURE,
            path,
            "The capture " + entry.getKey() + " can not be read.",
            e,
            report);
      }
    }
    return new Captures(read, base, read.size() == captures.fields().size());
  }

  public boolean isEmpty() {
    return expressions.isEmpty() && complete;
  }

  /** Takes them on a node; nothing when one of them fails there, as the whole policy does. */
  public Optional<Captured> resolve(NetworkState current, Report report) {
    var state = PrintedState.of(current.fields());
    var states = new LinkedHashMap<String, Fields>();
    var order = order();
    if (order.size() < expressions.size()) {
      refuse(
          TrafficCatalogue.CAPTURE_RESULT,
          base,
          "Captures refer to each other in a circle, or to one that is not there.",
          new PolicyProblem(
              "InvalidArgument",
              "Failed to sort the policy capture in 10 round of rotation, please order the capture"
                  + " in desire policy by placing capture before its consumer"),
          report);
      return Optional.empty();
    }
    var failed = new HashSet<String>();
    for (var name : order) {
      var expression = Objects.requireNonNull(expressions.get(name));
      if (failed.contains(expression.parent().orElse(""))) {
        failed.add(name);
        continue;
      }
      try {
        states.put(name, new CaptureRun(expression, state, states).execute());
      } catch (PolicyProblem e) {
        failed.add(name);
        refuse(
            TrafficCatalogue.CAPTURE_RESULT,
            base.child(name),
            "The capture " + name + " finds nothing on this node.",
            e,
            report);
      }
    }
    var captured = new LinkedHashMap<String, NetworkState>();
    states.forEach((name, found) -> captured.put(name, new NetworkState(found)));
    return complete && failed.isEmpty() ? Optional.of(new Captured(captured)) : Optional.empty();
  }

  /** Without a node: whether the templates can be read and refer to captures that there are. */
  public void checkTemplates(Fields desired, PropertyPath path, Report report) {
    new TemplateFill(Optional.empty(), expressions.keySet(), complete, report).fill(desired, path);
  }

  /** The desired state of a node, with what was captured there in the place of the templates. */
  public static Fields render(Fields desired, Captured captured, PropertyPath path, Report report) {
    return (Fields)
        new TemplateFill(Optional.of(captured), captured.states().keySet(), true, report)
            .fill(desired, path);
  }

  /** Each after the one that it works on; those that never get their turn are left out. */
  private List<String> order() {
    var ranks = new LinkedHashMap<String, Integer>();
    for (int round = 0; round < ROUNDS && ranks.size() < expressions.size(); round++) {
      expressions.forEach(
          (name, e) -> {
            var parent = e.parent().map(ranks::get);
            if (e.parent().isEmpty() || parent.isPresent()) {
              ranks.putIfAbsent(name, parent.orElse(0) + 1);
            }
          });
    }
    return expressions.keySet().stream()
        .filter(ranks::containsKey)
        .sorted(Comparator.comparing(ranks::get))
        .toList();
  }

  static void refuse(
      Rule rule, PropertyPath path, String what, PolicyProblem problem, Report report) {
    report.add(
        Finding.of(rule, path, what, rule.fix())
            .inWordsOf(new Upstream("nmstate", problem.kind(), path.text(), problem.words())));
  }
}
