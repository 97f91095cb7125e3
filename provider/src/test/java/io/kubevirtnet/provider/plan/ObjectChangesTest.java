package io.kubevirtnet.provider.plan;

import static io.kubevirtnet.provider.plan.Plans.BR1;
import static io.kubevirtnet.provider.plan.Plans.LAN;
import static io.kubevirtnet.provider.plan.Plans.WEB;
import static io.kubevirtnet.provider.plan.Plans.beside;
import static io.kubevirtnet.provider.plan.Plans.lines;
import static io.kubevirtnet.provider.plan.Plans.only;
import static io.kubevirtnet.provider.plan.Plans.plan;
import static io.kubevirtnet.provider.plan.Plans.scene;
import static io.kubevirtnet.provider.plan.Plans.side;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectChangesTest {
  private static final ObjectReference MACHINE =
      new ObjectReference("VirtualMachine", "vms", "web");

  @Test
  void saysNothingWhereNothingChanges() {
    var plan = plan(LAN + "---\n" + WEB, WEB + "---\n" + LAN);

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.unchanged()).isEqualTo(2);
    assertThat(plan.findings()).noneMatch(PlannedFinding::arises);
  }

  @Test
  void tellsNewAndGoneObjectsWithAllThatTheySay() {
    var plan = plan(BR1, LAN);

    assertThat(plan.resources())
        .extracting(r -> r.action().wire() + " " + r.reference())
        .containsExactly(
            "delete NodeNetworkConfigurationPolicy/br1",
            "create NetworkAttachmentDefinition/vms/lan");
    assertThat(plan.resources()).allMatch(r -> r.object().isPresent() && r.patch().isEmpty());
  }

  @Test
  void tellsOfADefinitionWhatMultusWillDo() {
    var change = only(plan(LAN + "---\n" + WEB, LAN.replace("100", "200") + "---\n" + WEB));

    assertThat(change.action()).isEqualTo(Action.CHANGE);
    assertThat(lines(change)).containsExactly("spec.config.vlan: 100 -> 200");
    assertThat(change.fields().get(0).consequence()).contains("start or migrate");
    assertThat(change.users()).containsExactly(MACHINE);
    assertThat(change.notes())
        .containsExactly("Its users keep the old network until they start again or migrate.");
  }

  @Test
  void takesOtherTextOfTheSameConfigForOtherWords() {
    var change = only(plan(LAN, LAN.replace("\"vlan\":100,", "\"vlan\": 100, ")));

    assertThat(change.action()).isEqualTo(Action.REWORD);
    assertThat(change.notes())
        .containsExactly("The text of the config differs, and says the same.");
    assertThat(change.patch()).extracting(PatchOperation::path).containsExactly("/spec/config");
  }

  @Test
  void findsTheTwinOfARenamedDefinition() {
    var plan = plan(LAN, LAN.replace("name: lan", "name: wan").replace("\"lan\"", "\"wan\""));

    assertThat(plan.resources().get(0).notes().get(0))
        .startsWith("NetworkAttachmentDefinition vms/wan says the same");
  }

  @Test
  void matchesInterfacesPortsAndTagsOfPoliciesByWhatTheyAre() {
    var after =
        BR1.replace("{id: 100}, {id-range: {min: 200, max: 299}}", "{id: 101}, {id: 100}")
            .replace(
                "    interfaces:\n",
                "    interfaces:\n      - {name: eth1, type: ethernet, state: up}\n");

    var change = only(plan(BR1, after));

    var port = "spec.desiredState.interfaces[br1].bridge.port[eth1].vlan[\"trunk-tags\"]";
    assertThat(lines(change))
        .containsExactly(
            "spec.desiredState.interfaces[eth1]: (none) -> {name: eth1, state: up, type: ethernet}",
            port + "[101]: (none) -> {id: 101}",
            port + "[200-299]: {id-range: {max: 299, min: 200}} -> (none)");
  }

  @Test
  void countsNeitherTheOrderOfPortsNorNumbersInTextAsChanges() {
    var two =
        BR1.replace(
            "            - name: eth1", "            - name: eth2\n            - name: eth1");
    var swapped = BR1 + "            - name: eth2\n";

    var order = only(plan(two, swapped));
    var words = only(plan(BR1, BR1.replace("mtu: 1500", "mtu: \"1500\"")));
    var number = plan(BR1, BR1.replace("mtu: 1500", "mtu: 1500.0"));

    assertThat(order.action()).isEqualTo(Action.REWORD);
    assertThat(lines(order))
        .containsExactly(
            "spec.desiredState.interfaces[br1].bridge.port: [eth2, eth1] -> [eth1, eth2]");
    assertThat(words.action()).isEqualTo(Action.REWORD);
    assertThat(lines(words))
        .containsExactly("spec.desiredState.interfaces[br1].mtu: 1500 -> \"1500\"");
    assertThat(number.isEmpty()).isTrue();
  }

  @Test
  void countsTheOrderOfInterfacesOfAMachine() {
    var first = "            - {name: default, masquerade: {}}\n";
    var last =
        "            - {name: lan, bridge: {}, model: virtio, macAddress: \"02:00:00:00:00:01\"}\n";

    var change = only(plan(WEB, WEB.replace(first, "").replace(last, last + first)));

    assertThat(change.action()).isEqualTo(Action.CHANGE);
    assertThat(change.fields().get(0).path()).endsWith("devices.interfaces");
  }

  @Test
  void takesTwoUnitsOfOneAmountForOtherWords() {
    assertThat(only(plan(WEB, WEB.replace("2Gi", "2048Mi"))).action()).isEqualTo(Action.REWORD);
    assertThat(only(plan(WEB, WEB.replace("2Gi", "3Gi"))).action()).isEqualTo(Action.CHANGE);
  }

  @Test
  void tellsOfAMachineWhatComesOfIt() {
    var change = only(plan(WEB, WEB.replace("model: virtio", "model: e1000e")));

    assertThat(lines(change))
        .containsExactly(
            "spec.template.spec.domain.devices.interfaces[lan].model: virtio -> e1000e");
    assertThat(change.fields().get(0).consequence()).isNotEmpty();
  }

  @Test
  void makesAnewWhatTheSourceSaysIsReplaced() {
    var same = side(WEB);
    var replaced =
        new Side(
            List.of(
                new PlannedObject(
                    Plans.objects(WEB).get(0),
                    Optional.of("VirtualMachine web"),
                    Optional.empty(),
                    true)),
            List.of());

    var change = only(plan(same, replaced, scene()));

    assertThat(change.action()).isEqualTo(Action.REPLACE);
    assertThat(change.component()).contains("VirtualMachine web");
  }

  @Test
  void tellsHowAPolicyIsRolledOut() {
    var change = only(plan(managed("revert"), managed("leave"), scene()));

    assertThat(change.action()).isEqualTo(Action.CHANGE);
    assertThat(lines(change)).containsExactly("teardown: revert -> leave");
    assertThat(change.patch()).isEmpty();
  }

  @Test
  void tellsWhenAPolicyIsTakenOver() {
    var change = only(plan(side(BR1), managed("revert"), scene()));

    assertThat(change.notes().get(0)).startsWith("From now on it is rolled out node by node");
  }

  static Side managed(String teardown) {
    var object = Plans.objects(BR1).get(0);
    Fields inputs = Tree.of("policyName", "br1").with("teardown", teardown);
    return new Side(
        List.of(new PlannedObject(object, Optional.empty(), Optional.of(inputs), false)),
        List.of());
  }

  @Test
  void namesTheUsersThatTheClusterHasBesides() {
    var change = only(plan(side(LAN), side(LAN.replace("100", "200")), beside(WEB)));

    assertThat(change.users()).containsExactly(MACHINE);
  }

  @Test
  void namesTheDefinitionsOverABridge() {
    var change = only(plan(side(BR1, LAN), side(BR1.replace("1500", "9000"), LAN), scene()));

    assertThat(change.users())
        .containsExactly(new ObjectReference("NetworkAttachmentDefinition", "vms", "lan"));
  }

  @Test
  void keepsObjectsOfOneNameInTwoApisApart() {
    var one = "apiVersion: one.example.com/v1\nkind: Thing\nmetadata: {name: x}\nspec: {a: 1}\n";

    var plan = plan(one, one.replace("one.", "other.") + "---\n" + one.replace("/v1", "/v2"));

    assertThat(plan.resources())
        .extracting(ResourceChange::action)
        .containsExactly(Action.REWORD, Action.CREATE);
  }

  @Test
  void neverFailsForWhatIsNotKnownYet() {
    var object = Plans.objects(LAN).get(0).fields();
    var open = object.with("spec", Tree.of("config", new Tree.Unknown(Marks.NONE)));
    var after = Side.of(List.of(KubernetesObject.of(open).orElseThrow()));

    var plan = plan(side(LAN), after, scene());

    assertThat(only(plan).fields().get(0).after()).isEqualTo("(known after apply)");
    assertThat(plan.notChecked())
        .contains(
            new NotChecked(
                "NetworkAttachmentDefinition vms/lan: spec.config", "known after apply"));
  }
}
