package io.kubevirtnet.provider.serverfacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.netris.RunningMachines.Machine;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.wire.Wired;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff.Kind;

class FactsResourceTest {
  private static final String FACTS =
      """
      {"serverCluster": "tenant-a", "hostModel": "trunk", "bridgeName": "br-3",
       "definitions": ["vms/tenant-a"],
       "facts": {"vnet": "tenant-a-nodes", "gateway": "192.168.55.254/21", "vlan": 3, "vxlan": 14,
                 "usedAddresses": ["192.168.55.254"],
                 "servers": [{"name": "srv-1", "shared": true}, {"name": "srv-2", "shared": true}]}}
      """;

  private static final String VLAN_5 =
      FACTS.replace("\"vlan\": 3", "\"vlan\": 5").replace("br-3", "br-5");

  private static final String WITHOUT_SRV_2 =
      FACTS.replace(", {\"name\": \"srv-2\", \"shared\": true}", "");

  private final FactsStory story = new FactsStory();

  @Test
  void isTheResourceOfTheSchema() {
    assertThat(story.resource().type()).isEqualTo(Blueprints.NETRIS_SERVER_CLUSTER.type());
  }

  @Test
  void hasNothingAgainstFactsThatCanBe() {
    assertThat(story.check(FACTS).getFailuresList()).isEmpty();
    assertThat(story.check(FACTS).getInputs()).isEqualTo(Wired.struct(FACTS));
    assertThat(story.said).isEmpty();
  }

  @Test
  void refusesFactsOfWhichNothingCanBeMade() {
    var wrong =
        FACTS
            .replace("192.168.55.254/21", "192.168.48.0/21")
            .replace("\"vlan\": 3", "\"vlan\": 4095")
            .replace("\"vxlan\": 14", "\"vxlan\": 0");

    assertThat(story.check(wrong).getFailuresList())
        .extracting(CheckFailure::getProperty)
        .containsExactly("facts.gateway", "facts.vlan", "facts.vxlan");
  }

  @Test
  void leavesToTheNetworkWhatItMayHaveSuppressed() {
    assertThat(
            story.check(FACTS.replace("[\"192.168.55.254\"]", "[\"10.9.9.9\"]")).getFailuresList())
        .isEmpty();
  }

  @Test
  void namesTheMachinesOfAChangeOnce() {
    story.cluster.running = RunningMachines.of(List.of(new Machine("vms/web", "srv-2")));

    var diff = story.diff(FACTS, VLAN_5);

    assertThat(diff.getChanges()).isEqualTo(DiffChanges.DIFF_SOME);
    assertThat(diff.getDetailedDiffMap().keySet())
        .containsExactlyInAnyOrder("bridgeName", "facts.vlan");
    assertThat(diff.getReplacesList()).isEmpty();
    assertThat(story.cluster.asked).containsExactly(List.of("vms/tenant-a"));
    assertThat(story.said)
        .singleElement()
        .asString()
        .startsWith("warning: KVN-T053 facts.vlan: VLAN 3 becomes 5, ")
        .contains("vms/web stays on br-3 until it is restarted or migrated.")
        .contains("virtctl migrate web -n vms");
    story.said.clear();
    story.diff(FACTS, VLAN_5);
    assertThat(story.said).isEmpty();
  }

  @Test
  void saysWhomAMemberThatLeavesCutsOff() {
    story.cluster.running =
        RunningMachines.of(
            List.of(new Machine("vms/web", "srv-2"), new Machine("vms/db", "srv-1")));

    story.diff(FACTS, WITHOUT_SRV_2);

    assertThat(story.said)
        .singleElement()
        .asString()
        .startsWith(
            "warning: KVN-T052 facts.servers: srv-2 is no member any more. vms/web runs there and"
                + " loses the network.");
  }

  @Test
  void saysNothingWhenNothingChanges() {
    assertThat(story.diff(FACTS, FACTS).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    assertThat(story.said).isEmpty();
    assertThat(story.cluster.asked).isEmpty();
  }

  @Test
  void takesUsedAddressesAloneForNoChange() {
    var more = FACTS.replace("[\"192.168.55.254\"]", "[\"192.168.55.254\", \"192.168.48.7\"]");

    assertThat(story.diff(FACTS, more).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    assertThat(story.diff(FACTS, more.replace("\"vlan\": 3", "\"vlan\": 5")).getDetailedDiffMap())
        .containsOnlyKeys("facts.vlan", "facts.usedAddresses[1]");
  }

  @Test
  void asksNobodyWhereNothingHappensToMachines() {
    story.diff(FACTS, FACTS.replace("\"vxlan\": 14", "\"vxlan\": 20"));

    assertThat(story.cluster.asked).isEmpty();
    assertThat(story.said).singleElement().asString().startsWith("info: KVN-T056 facts.vxlan: ");
  }

  @Test
  void saysThatNobodyCouldBeAsked() {
    story.cluster.problem =
        Optional.of(new ClusterProblem(ClusterProblem.Kind.UNREACHABLE, "Nobody answers"));

    story.diff(FACTS, VLAN_5);
    story.diff(FACTS, WITHOUT_SRV_2);

    assertThat(story.said)
        .contains("info: Which machines run on it is not known: Nobody answers.")
        .anyMatch(l -> l.contains("Machines that run stay on br-3 until they are restarted"))
        .anyMatch(l -> l.contains("srv-2 is no member any more. Machines on it lose the network."));
    assertThat(story.cluster.asked).hasSize(1);
  }

  @Test
  void touchesNoClusterWhenItIsOffline() {
    story.desk.choice = new ClusterChoice(Optional.empty(), Optional.empty(), true, true);

    story.diff(FACTS, VLAN_5);

    assertThat(story.cluster.asked).isEmpty();
    assertThat(story.said)
        .contains("info: Which machines run on it is not known: kubevirtnet:offline is set.");
  }

  @Test
  void saysThatItWillBeKnownLater() {
    var later =
        FACTS.replaceAll(
            "(?s)\"facts\": .*", "\"facts\": " + Wired.unknown().replace("$", "\\$") + "}");

    var diff = story.diff(FACTS, later);

    assertThat(diff.getDetailedDiffMap()).containsOnlyKeys("facts");
    assertThat(story.said)
        .containsExactly(
            "info: The facts are known after apply, and so is what a change of them does.");
  }

  @Test
  void canBeToldAndCanStop() {
    story.diff(
        FACTS,
        WITHOUT_SRV_2.replace(
            "\"definitions\"",
            "\"suppress\": [{\"code\": \"KVN-T052\", \"reason\": \"it is drained\"}],"
                + " \"definitions\""));
    assertThat(story.said)
        .singleElement()
        .asString()
        .startsWith("info: KVN-T052 ")
        .contains("it is drained");

    story.desk.settings = Settings.read(Tree.of("severities", Tree.of("KVN-T052", "error")));
    assertThatThrownBy(() -> story.diff(FACTS, WITHOUT_SRV_2))
        .hasCauseInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("srv-2 is no member any more.");
  }

  @Test
  void isAnotherResourceForAnotherServerCluster() {
    var diff =
        story.diff(
            FACTS,
            FACTS.replace("\"serverCluster\": \"tenant-a\"", "\"serverCluster\": \"tenant-b\""));

    assertThat(diff.getReplacesList()).containsExactly("serverCluster");
    assertThat(diff.getDetailedDiffOrThrow("serverCluster").getKind())
        .isEqualTo(Kind.UPDATE_REPLACE);
    assertThat(story.said)
        .anyMatch(l -> l.contains("The server cluster tenant-a becomes tenant-b"));
  }

  @Test
  void writesNothingWhateverBecomesOfIt() {
    var made = story.create(FACTS, false);
    var foreseen = story.create(FACTS, true);
    var changed = story.update(FACTS, VLAN_5);
    var read = story.read(FACTS);
    story.delete(FACTS);

    assertThat(made.getId()).isEqualTo("tenant-a");
    assertThat(made.getProperties()).isEqualTo(Wired.struct("{\"serverCluster\": \"tenant-a\"}"));
    assertThat(foreseen.getProperties()).isEqualTo(made.getProperties());
    assertThat(changed.getProperties()).isEqualTo(made.getProperties());
    assertThat(read.getInputs()).isEqualTo(Wired.struct(FACTS));
    assertThat(story.cluster.asked).isEmpty();
  }

  @Test
  void canNotBeImported() {
    assertThatThrownBy(() -> story.importing("tenant-a"))
        .hasCauseInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining(Status.Code.INVALID_ARGUMENT.name())
        .hasMessageContaining("there is nothing to import");
  }
}
