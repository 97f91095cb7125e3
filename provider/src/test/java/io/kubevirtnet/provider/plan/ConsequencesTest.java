package io.kubevirtnet.provider.plan;

import static io.kubevirtnet.provider.plan.Plans.BR1;
import static io.kubevirtnet.provider.plan.Plans.LAN;
import static io.kubevirtnet.provider.plan.Plans.WEB;
import static io.kubevirtnet.provider.plan.Plans.beside;
import static io.kubevirtnet.provider.plan.Plans.plan;
import static io.kubevirtnet.provider.plan.Plans.scene;
import static io.kubevirtnet.provider.plan.Plans.side;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.ObjectReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change of some objects means for others. */
class ConsequencesTest {
  private static final ObjectReference MACHINE =
      new ObjectReference("VirtualMachine", "vms", "web");

  @Test
  void aDefinitionThatGoesWhileItIsUsedIsAnErrorARiskAndLeavesSomething() {
    var plan = plan(side(LAN, WEB), side(WEB), scene());

    assertThat(plan.hasErrors()).isTrue();
    assertThat(plan.findings())
        .filteredOn(PlannedFinding::arises)
        .extracting(f -> f.finding().code())
        .containsExactly("KVN-X045");
    assertThat(plan.risks())
        .containsExactly(
            new Risk(
                Risk.Kind.ATTACHMENT_IN_USE,
                "attachment-in-use/vms/lan",
                "NetworkAttachmentDefinition vms/lan goes, and is used by VirtualMachine vms/web."));
    assertThat(plan.leftBehind())
        .containsExactly(
            new LeftBehind(
                "interfaces on vms/lan",
                "VirtualMachine vms/web",
                "They go when the machines stop."));
    assertThat(plan.joins())
        .extracting(j -> j.from() + " " + j.to() + " " + j.code() + " " + j.arises())
        .containsExactly(
            "VirtualMachine/vms/web NetworkAttachmentDefinition vms/lan KVN-X045 true");
  }

  @Test
  void itIsForMachinesOfTheClusterToo() {
    var plan = plan(side(LAN, BR1), side(BR1), beside(WEB));

    assertThat(plan.findings())
        .extracting(f -> f.finding().code() + " " + f.finding().resource().orElseThrow())
        .contains("KVN-X045 " + MACHINE);
    assertThat(plan.risks()).hasSize(1);
  }

  @Test
  void aDefinitionThatGoesWithItsUsersIsNoRisk() {
    var plan = plan(side(LAN, WEB), side(), scene());

    assertThat(plan.risks()).isEmpty();
    assertThat(plan.leftBehind()).isEmpty();
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void aStoppedMachineHasNothingLeft() {
    var plan = plan(side(LAN, WEB), side(WEB), Plans.stopped(MACHINE));

    assertThat(plan.leftBehind()).isEmpty();
    assertThat(plan.risks()).hasSize(1);
  }

  @Test
  void aMachineThatRunsOnAfterItLetGoOfADefinitionUsesItStill() {
    var other = WEB.replace("networkName: lan", "networkName: wan");
    var wan = LAN.replace("name: lan", "name: wan").replace("\"lan\"", "\"wan\"");

    var plan = plan(side(LAN, wan, WEB), side(wan, other), scene());

    assertThat(plan.risks()).extracting(Risk::name).containsExactly("attachment-in-use/vms/lan");
    assertThat(plan.leftBehind()).hasSize(1);
    assertThat(plan.hasErrors()).isFalse();
  }

  @Test
  void aVlanThatTheBridgeDoesNotCarryBreaksAJoin() {
    var plan = plan(side(BR1, LAN, WEB), side(BR1, LAN.replace("100", "300"), WEB), scene());

    assertThat(plan.joins())
        .filteredOn(BrokenJoin::arises)
        .extracting(j -> j.from().name() + " " + j.to() + " " + j.code())
        .containsExactly("lan bridge br1 KVN-X013");
  }

  @Test
  void whatWasBrokenBeforeDoesNotArise() {
    var wrong = LAN.replace("100", "300");

    var plan = plan(side(BR1, wrong), side(BR1.replace("1500", "1400"), wrong), scene());

    assertThat(plan.joins()).extracting(BrokenJoin::arises).containsExactly(false);
    assertThat(plan.findings()).noneMatch(PlannedFinding::arises);
  }

  @Test
  void aFindingIsKnownAgainWhenItemsOfAListMove() {
    var wrong = WEB.replace("model: virtio", "model: nonsense");
    var moved =
        wrong
            .replace(
                "            - {name: default, masquerade: {}}\n",
                "            - {name: first, bridge: {}, macAddress: \"02:00:00:00:00:09\"}\n"
                    + "            - {name: default, masquerade: {}}\n")
            .replace(
                "        - {name: default, pod: {}}\n",
                "        - {name: first, multus: {networkName: lan}}\n"
                    + "        - {name: default, pod: {}}\n");

    var plan = plan(side(LAN, wrong), side(LAN, moved), scene());

    assertThat(plan.findings())
        .filteredOn(f -> f.finding().what().contains("nonsense"))
        .isNotEmpty()
        .noneMatch(PlannedFinding::arises);
  }

  @Test
  void ofOthersOnlyWhatTheChangeBringsIsTold() {
    var wrong = WEB.replace("model: virtio", "model: nonsense");

    var plan = plan(side(LAN), side(LAN.replace("100", "200")), beside(wrong));

    assertThat(plan.findings())
        .noneMatch(f -> f.finding().resource().filter(MACHINE::equals).isPresent());
  }

  @Test
  void aBridgeThatLosesItsPortIsARiskWhileItIsUsed() {
    var other = BR1.replace("name: eth1", "name: eth2");

    var used = plan(side(BR1), side(other), beside(LAN, WEB));
    var idle = plan(side(BR1), side(other), beside(LAN));

    assertThat(used.risks())
        .containsExactly(
            new Risk(
                Risk.Kind.BRIDGE_IN_USE,
                "bridge-in-use/br1",
                "Bridge br1 loses its port eth1, and is used by VirtualMachine vms/web through"
                    + " vms/lan."));
    assertThat(idle.risks()).isEmpty();
  }

  @Test
  void aBridgeGoesWithAManagedPolicyOnly() {
    var managed = ObjectChangesTest.managed("revert");
    var keeps = ObjectChangesTest.managed("leave");

    assertThat(plan(managed, side(), beside(LAN, WEB)).risks()).hasSize(1);
    assertThat(plan(keeps, side(), beside(LAN, WEB)).risks()).isEmpty();
    assertThat(plan(side(BR1), side(), beside(LAN, WEB)).risks()).isEmpty();
    assertThat(
            plan(side(BR1), side(BR1.replace("state: up", "state: absent")), beside(LAN, WEB))
                .risks())
        .extracting(Risk::what)
        .allMatch(w -> w.startsWith("Bridge br1 goes"))
        .hasSize(1);
  }

  @Test
  void twoPoliciesOnOnePortAreABrokenJoin() {
    var other = BR1.replace("br1", "br2");

    var plan = plan(side(BR1), side(BR1, other), scene());

    assertThat(plan.joins())
        .extracting(j -> j.from().name() + " " + j.to() + " " + j.arises())
        .containsExactly("br2 port eth1 true");
  }

  @Test
  void aReasonThatManyObjectsShareIsOneLine() {
    var machines =
        List.of("a", "b", "c", "d", "e").stream()
            .map(
                n -> WEB.replace("name: web", "name: " + n).replace(":00:01\"", ":00:0" + n + "\""))
            .toArray(String[]::new);

    var plan = plan(side(), side(machines), scene());

    assertThat(plan.notChecked())
        .contains(
            new NotChecked(
                "5 objects of kind VirtualMachine:"
                    + " spec.template.spec.networks[lan].multus.networkName",
                "attachment vms/lan is not managed here"));
  }
}
