package io.kubevirtnet.provider.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.value.PropertyPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final ObjectReference WEB = new ObjectReference("VirtualMachine", "vms", "web");
  private static final ObjectReference BR1 =
      new ObjectReference("NodeNetworkConfigurationPolicy", "", "br1");
  private static final Risk RESTART = Risk.of(Risk.Kind.RESTART, "vms/web", "It restarts.");
  private static final Risk CUT =
      Risk.of(Risk.Kind.MANAGEMENT_INTERFACE, "worker-1", "It may be cut off.");

  @Test
  void anEmptyPlanHasNoChanges() {
    var accepted = Acceptance.none().of(plan(List.of(), List.of(), false));

    assertThat(accepted.outcome()).isEqualTo(Outcome.NO_CHANGES);
    assertThat(accepted.outcome().exitCode()).isZero();
    assertThat(accepted.remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, ERROR, 1",
    "ERROR, WARNING, 2",
    "ERROR, INFO, 2",
    "WARNING, ERROR, 1",
    "WARNING, WARNING, 1",
    "WARNING, INFO, 2",
    "INFO, INFO, 1",
    "NONE, ERROR, 2"
  })
  void failsOnFindingsThatWeighEnough(FailOn failOn, Severity severity, int exitCode) {
    var plan = plan(List.of(finding("KVN-X010", severity, WEB, true)), List.of(), true);

    assertThat(failing(failOn).of(plan).outcome().exitCode()).isEqualTo(exitCode);
  }

  @Test
  void doesNotFailOnWhatTheOldSideHad() {
    var plan = plan(List.of(finding("KVN-X010", Severity.ERROR, WEB, false)), List.of(), true);

    assertThat(failing(FailOn.INFO).of(plan).outcome()).isEqualTo(Outcome.CHANGES);
  }

  @Test
  void takesTheSeverityThatTheStackSets() {
    var plan =
        plan(
            List.of(
                finding("KVN-X010", Severity.ERROR, WEB, true),
                finding("KVN-A009", Severity.WARNING, BR1, true)),
            List.of(),
            true);

    var accepted =
        new Acceptance(
                FailOn.ERROR,
                Map.of("KVN-X010", Severity.INFO, "KVN-A009", Severity.ERROR),
                List.of(),
                List.of(),
                TODAY)
            .of(plan);

    assertThat(accepted.outcome()).isEqualTo(Outcome.ERRORS);
    assertThat(accepted.plan().findings())
        .extracting(f -> f.finding().code() + " " + f.finding().severity())
        .containsExactly("KVN-A009 ERROR", "KVN-X010 INFO");
  }

  @Test
  void takesOutWhatIsSuppressedAndKeepsTheReason() {
    var plan =
        plan(
            List.of(
                finding("KVN-X010", Severity.ERROR, WEB, true),
                finding("KVN-X010", Severity.ERROR, BR1, true)),
            List.of(),
            true);

    var accepted = suppressing("VirtualMachine", "vms/*", "*", Optional.empty()).of(plan);

    assertThat(accepted.suppressed())
        .extracting(s -> s.planned().finding().resource().orElseThrow(), s -> s.reason())
        .containsExactly(tuple(WEB, "We know."));
    assertThat(accepted.plan().findings())
        .extracting(f -> f.finding().resource().orElseThrow())
        .containsExactly(BR1);
    assertThat(accepted.outcome()).isEqualTo(Outcome.ERRORS);
    assertThat(accepted.remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "VirtualMachine, vms/web, spec.x, true",
    "*, *, *, true",
    "*, */web, spec.*, true",
    "Virtual*, vms/w*b, *, true",
    "VirtualMachine, web, *, false",
    "VirtualMachineInstance, vms/web, *, false",
    "VirtualMachine, vms/we, *, false",
    "VirtualMachine, vms/web, spec, false",
    "VirtualMachine, vms.web, *, false"
  })
  void matchesObjectAndPath(String kind, String name, String path, boolean matches) {
    var plan = plan(List.of(finding("KVN-X010", Severity.ERROR, WEB, true)), List.of(), true);

    var accepted = suppressing(kind, name, path, Optional.empty()).of(plan);

    assertThat(accepted.suppressed()).hasSize(matches ? 1 : 0);
    assertThat(accepted.remarks()).hasSize(matches ? 0 : 1);
  }

  @Test
  void saysWhichSuppressionHasNoEffect() {
    var accepted =
        suppressing("VirtualMachine", "vms/*", "spec.x", Optional.empty())
            .of(plan(List.of(), List.of(), true));

    assertThat(accepted.remarks())
        .containsExactly(
            "accept.yaml:3: KVN-X010 is not found at VirtualMachine vms/*, spec.x; the suppression"
                + " can go.");
  }

  @Test
  void aSuppressionHoldsThroughItsLastDay() {
    var plan = plan(List.of(finding("KVN-X010", Severity.ERROR, WEB, true)), List.of(), true);

    assertThat(suppressing("*", "*", "*", Optional.of(TODAY)).of(plan).outcome())
        .isEqualTo(Outcome.CHANGES);
    var late = suppressing("*", "*", "*", Optional.of(TODAY.minusDays(1))).of(plan);
    assertThat(late.outcome()).isEqualTo(Outcome.ERRORS);
    assertThat(late.remarks())
        .containsExactly("accept.yaml:3: the suppression of KVN-X010 held until 2026-02-28.");
  }

  @ParameterizedTest
  @CsvSource({
    "restart/vms/web, 1",
    "restart, 1",
    "restart/*, 1",
    "restart/vms/*, 1",
    "*, 2",
    "m*, 1",
    "restart/vms/we, 0",
    "management-interface/worker-*, 1"
  })
  void anAcknowledgementCoversANameAKindOrABeginning(String risks, int covered) {
    var accepted = acknowledging(risks).of(plan(List.of(), List.of(CUT, RESTART), true));

    assertThat(accepted.acknowledged()).hasSize(covered);
    assertThat(accepted.open()).hasSize(2 - covered);
    assertThat(accepted.outcome())
        .isEqualTo(covered == 2 ? Outcome.CHANGES : Outcome.UNACKNOWLEDGED);
    assertThat(accepted.plan().risks()).containsExactly(CUT, RESTART);
    assertThat(accepted.remarks()).hasSize(covered == 0 ? 1 : 0);
  }

  @Test
  void errorsWeighMoreThanOpenRisks() {
    var findings = List.of(finding("KVN-X010", Severity.ERROR, WEB, true));

    assertThat(Acceptance.none().of(plan(findings, List.of(CUT), true)).outcome().exitCode())
        .isEqualTo(1);
    assertThat(failing(FailOn.NONE).of(plan(findings, List.of(CUT), true)).outcome().exitCode())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "restart/vms/web, true",
    "restart, true",
    "res*, true",
    "*, true",
    "restarts, false",
    "restrat/vms/web, false",
    "restart/, false",
    "rr*, false",
    "'', false"
  })
  void knowsWhatCanBeARisk(String risks, boolean possible) {
    assertThat(new Acknowledgement(risks, "", "").isPossible()).isEqualTo(possible);
  }

  private static Acceptance failing(FailOn failOn) {
    return new Acceptance(failOn, Map.of(), List.of(), List.of(), TODAY);
  }

  private static Acceptance suppressing(
      String kind, String name, String path, Optional<LocalDate> expires) {
    var suppression =
        new Suppression(
            "KVN-X010",
            new Wildcard(kind),
            new Wildcard(name),
            new Wildcard(path),
            "We know.",
            expires,
            "accept.yaml:3");
    return new Acceptance(FailOn.ERROR, Map.of(), List.of(suppression), List.of(), TODAY);
  }

  private static Acceptance acknowledging(String risks) {
    var acknowledgement = new Acknowledgement(risks, "We agree.", "accept.yaml:7");
    return new Acceptance(FailOn.ERROR, Map.of(), List.of(), List.of(acknowledgement), TODAY);
  }

  private static PlannedFinding finding(
      String code, Severity severity, ObjectReference object, boolean arises) {
    return new PlannedFinding(
        new Finding(
            code,
            severity,
            new PropertyPath("spec.x"),
            "What.",
            "Why.",
            "Fix.",
            Optional.of(object),
            Optional.empty()),
        arises);
  }

  private static Plan plan(List<PlannedFinding> findings, List<Risk> risks, boolean changes) {
    var resources =
        Stream.of(WEB)
            .filter(w -> changes)
            .map(
                w ->
                    new ResourceChange(
                        w,
                        Action.CREATE,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()))
            .toList();
    return new Plan(
        resources,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        findings,
        risks,
        List.of(),
        Topology.EMPTY,
        Topology.EMPTY);
  }
}
