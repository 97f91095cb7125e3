package io.kubevirtnet.e2e.engine;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One operation of the engine and all that it said.
 *
 * @param events the engine's own events, in order
 */
public record Run(
    boolean succeeded, String stdout, String stderr, List<EngineEvent> events, Duration took) {
  private static final Set<OperationType> UNCHANGED =
      Set.of(OperationType.SAME, OperationType.REFRESH, OperationType.READ);

  public Run {
    events = List.copyOf(events);
  }

  /** This run, when it succeeded; else an error with the whole text. */
  public Run orThrow() {
    if (!succeeded) {
      throw new AssertionError("the engine failed:\n" + stdout + "\n" + stderr);
    }
    return this;
  }

  /**
   * Steps of the program's resources, unchanged ones included; without the stack and the default
   * providers.
   */
  public List<Step> steps() {
    return events.stream()
        .filter(event -> event.resourcePreEvent() != null)
        .map(event -> Step.of(event.resourcePreEvent().metadata()))
        .filter(step -> !step.isEngines())
        .toList();
  }

  /** Steps that change something, by resource name; what is only read does not. */
  public Map<String, OperationType> changes() {
    return Collections.unmodifiableMap(
        steps().stream()
            .filter(step -> !UNCHANGED.contains(step.op()))
            .collect(
                Collectors.toMap(Step::name, Step::op, (first, second) -> second, TreeMap::new)));
  }

  /**
   * Everything logged that a user sees; among it the engine's warning that a plugin is the one on
   * PATH.
   */
  public List<Diagnostic> diagnostics() {
    return events.stream()
        .filter(event -> event.diagnosticEvent() != null)
        .filter(event -> !Boolean.TRUE.equals(event.diagnosticEvent().ephemeral()))
        .map(event -> Diagnostic.of(event.diagnosticEvent()))
        .filter(diagnostic -> !diagnostic.severity().equals("debug"))
        .toList();
  }

  public List<Diagnostic> errors() {
    return diagnostics().stream().filter(each -> each.severity().equals("error")).toList();
  }

  /** Resources by operation, as the engine counts them; the stack counts too. */
  public Map<OperationType, Integer> summary() {
    return events.stream()
        .filter(event -> event.summaryEvent() != null)
        .findFirst()
        .map(event -> Map.copyOf(event.summaryEvent().resourceChanges()))
        .orElse(Map.of());
  }
}
