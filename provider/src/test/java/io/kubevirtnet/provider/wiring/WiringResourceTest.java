package io.kubevirtnet.provider.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.grpc.StatusRuntimeException;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff.Kind;

class WiringResourceTest {
  private static final String LAN = WiringStory.LAN;
  private static final String SRIOV = LAN.replace("lan, bridge", "lan, sriov");

  private final WiringStory story = new WiringStory();

  @Test
  void isTheResourceOfTheSchema() {
    assertThat(story.resource().type()).isEqualTo(Blueprints.VIRTUAL_MACHINE_WIRING.type());
  }

  @Test
  void hasNothingAgainstAWiringThatKubeVirtTakes() {
    assertThat(story.check(LAN).getFailuresList()).isEmpty();
    assertThat(story.check(LAN).getInputs()).isEqualTo(WiringStory.struct(LAN));
    assertThat(story.said).isEmpty();
  }

  @Test
  void refusesAtTheInputAndNamesWhereItComesFrom() {
    var failures =
        story
            .check(
                LAN.replace("lan, bridge", "lan, masquerade")
                    + "origins: {'interfaces[1]': 'networks[1]'}\n")
            .getFailuresList();

    assertThat(failures)
        .extracting(CheckFailure::getProperty)
        .containsExactly("interfaces[1].name");
    assertThat(failures.get(0).getReason()).contains("It comes from networks[1].");
  }

  @Test
  void saysOnceWhatAChangeDoes() {
    story.runs(LAN);

    var diff = story.diff(LAN, SRIOV);

    assertThat(diff.getChanges()).isEqualTo(DiffChanges.DIFF_SOME);
    assertThat(diff.getDetailedDiffMap().keySet())
        .containsExactlyInAnyOrder("interfaces[1].bridge", "interfaces[1].sriov");
    assertThat(diff.getReplacesList()).isEmpty();
    assertThat(story.said)
        .contains(
            "info: lan: bridge -> sriov: restart. Another binding is another card."
                + " virtctl restart web -n vms.");
    story.said.clear();
    story.diff(LAN, SRIOV);
    assertThat(story.said).isEmpty();
  }

  @Test
  void saysNothingWhenNothingChanges() {
    var diff = story.diff(LAN, LAN);

    assertThat(diff.getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    assertThat(story.said).isEmpty();
    assertThat(story.cluster.asked).isZero();
  }

  @Test
  void knowsAMachineThatDoesNotRun() {
    story.stands(LAN);

    story.diff(LAN, SRIOV);

    assertThat(story.said)
        .contains(
            "info: lan: bridge -> sriov: nothing. The machine does not run; it holds from its next"
                + " start.");
  }

  @Test
  void saysWhatItTakesForGrantedWhereNobodyCanBeAsked() {
    story.cluster.problem =
        Optional.of(new ClusterProblem(ClusterProblem.Kind.UNREACHABLE, "Nobody answers"));

    story.diff(LAN, SRIOV);
    story.diff(LAN, LAN.replace("vms/lan", "vms/office"));

    assertThat(story.said)
        .contains("info: Whether it runs is not known, so it is taken as running: Nobody answers.");
    assertThat(story.cluster.asked).isEqualTo(1);
  }

  @Test
  void asksNobodyWhenItIsOffline() {
    story.desk.choice = new ClusterChoice(Optional.empty(), Optional.empty(), true, true);

    story.diff(LAN, SRIOV);
    var read = story.read(LAN);

    assertThat(story.cluster.asked).isZero();
    assertThat(read.getInputs()).isEqualTo(WiringStory.struct(LAN));
  }

  @Test
  void goesByWhatTheClusterHas() {
    story.runs(LAN);
    story.cluster.kubeVirt =
        Optional.of(
            WiringStory.tree(
                """
                spec: {workloadUpdateStrategy: {workloadUpdateMethods: [Evict]}}
                status: {observedKubeVirtVersion: v1.8.4}
                """));

    story.diff(LAN, LAN.replace("vms/lan", "vms/office"));

    assertThat(story.said)
        .anyMatch(
            l -> l.startsWith("info: lan: multus.networkName: vms/lan -> vms/office: restart. "))
        .anyMatch(l -> l.contains("LiveUpdateNADRef"));
  }

  @Test
  void prefersTheReleaseThatTheProgramNames() {
    story.runs(LAN);
    story.cluster.kubeVirt =
        Optional.of(WiringStory.tree("status: {observedKubeVirtVersion: v1.8.4}"));
    story.desk.settings = Settings.read(Tree.of("kubevirtVersion", "1.9"));

    story.diff(LAN, LAN.replace("vms/lan", "vms/office"));

    assertThat(story.said).anyMatch(l -> l.contains("vms/office: migration. "));
  }

  @Test
  void goesByTheStackWhereTheClusterDoesNotSay() {
    story.runs(LAN);
    story.cluster.around =
        Optional.of(new ClusterProblem(ClusterProblem.Kind.FORBIDDEN, "KubeVirt is forbidden"));
    story.desk.settings =
        Settings.read(
            Tree.of("kubevirtVersion", "1.8").with("kubevirtConfiguration", Tree.fields()));
    story.diff(LAN, LAN.replace("vms/lan", "vms/office"));
    assertThat(story.said).anyMatch(l -> l.contains("vms/office: restart. "));

    story.said.clear();
    story.desk.settings =
        Settings.read(
            WiringStory.tree(
                """
                kubevirtVersion: '1.8'
                kubevirtConfiguration:
                  vmRolloutStrategy: LiveUpdate
                  developerConfiguration: {featureGates: [LiveUpdateNADRef]}
                """));
    story.diff(LAN, LAN.replace("vms/lan", "vms/garage"));
    assertThat(story.said).anyMatch(l -> l.contains("vms/garage: migration. "));
  }

  @Test
  void leavesABindingToThePreferenceOfAnImportedMachine() {
    story.cluster.machine =
        Optional.of(
            WiringStory.tree(
                """
                spec:
                  preference: {name: fedora}
                  template:
                    spec:
                      domain: {devices: {interfaces: [{name: default}]}}
                      networks: [{name: default, pod: {}}]
                """));

    var imported = story.importing("vms/web").getInputs();

    assertThat(WiringStory.plain(imported)).asInstanceOf(MAP).containsEntry("preference", true);
    assertThat(story.check(imported).getFailuresList()).isEmpty();
  }

  @Test
  void warnsAndCanBeTold() {
    story.runs(LAN);
    var less =
        """
        virtualMachine: web
        namespace: vms
        interfaces: [{name: default, masquerade: {}}]
        networks: [{name: default, pod: {}}]
        """;

    story.diff(LAN, less);

    assertThat(story.said).anyMatch(l -> l.startsWith("warning: KVN-V180 interfaces: "));
    story.said.clear();
    story.diff(LAN, less + "suppress: [{code: KVN-V180, reason: it restarts anyway}]\n");
    assertThat(story.said)
        .anyMatch(l -> l.startsWith("info: KVN-V180 ") && l.contains("it restarts anyway"))
        .noneMatch(l -> l.startsWith("warning: "));
  }

  @Test
  void replacesTheWiringOfAnotherMachine() {
    var diff = story.diff(LAN, LAN.replace("virtualMachine: web", "virtualMachine: www"));

    assertThat(diff.getReplacesList()).containsExactly("virtualMachine");
    assertThat(diff.getDetailedDiffOrThrow("virtualMachine").getKind())
        .isEqualTo(Kind.UPDATE_REPLACE);
  }

  @Test
  void neverShowsSecretNetworkData() {
    story.runs(LAN);

    var diff =
        story.diff(
            WiringStory.secretData(LAN, "password: hunter1"),
            WiringStory.secretData(LAN, "password: hunter2"));

    assertThat(diff.getDetailedDiffMap()).containsOnlyKeys("networkData");
    assertThat(story.said)
        .anyMatch(l -> l.startsWith("info: networkData: (as it was) -> (another): restart."));
    assertThat(story.said.toString()).doesNotContain("hunter");
  }

  @Test
  void foreseesAndThenReadsWhatTheGuestHas() {
    story.runs(LAN);

    var preview = story.create(LAN, true);
    var created = story.create(LAN, false);

    assertThat(preview.getId()).isEmpty();
    assertThat(created.getId()).isEqualTo("vms/web");
    assertThat(((Map<?, ?>) WiringStory.plain(created.getProperties())).get("guestInterfaces"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name", "lan",
                    "mac", "02:00:00:00:00:07",
                    "ipAddresses", List.of("10.1.0.7"),
                    "podInterfaceName", "pod094a367b026",
                    "guestInterfaceName", "enp2s0",
                    "linkState", "up")));
  }

  @Test
  void hasNoAddressesOfAMachineThatDoesNotRun() {
    story.stands(LAN);

    var updated = story.update(LAN, SRIOV);

    assertThat(((Map<?, ?>) WiringStory.plain(updated.getProperties())).get("guestInterfaces"))
        .isEqualTo(List.of());
  }

  @Test
  void findsNoDriftInWhatIsAsItWasWritten() {
    story.runs(LAN);

    var read = story.read(LAN);

    assertThat(read.getInputs()).isEqualTo(WiringStory.struct(LAN));
    assertThat(story.said).isEmpty();
  }

  @Test
  void showsWhatOthersChanged() {
    story.runs(LAN.replace("vms/lan", "vms/office"));

    var read = story.read(LAN);

    assertThat(story.said)
        .containsExactly(
            "warning: The machine was changed by others: lan: multus.networkName: vms/lan ->"
                + " vms/office.");
    assertThat(story.diff(read.getInputs(), WiringStory.struct(LAN)).getDetailedDiffMap())
        .containsOnlyKeys("networks[1].multus.networkName");
  }

  @Test
  void doesNotMindThatKubeVirtTakesOutWhatIsAbsent() {
    var absent = LAN.replace("lan, bridge: {}", "lan, bridge: {}, state: absent");
    story.runs(
        """
        interfaces: [{name: default, masquerade: {}}]
        networks: [{name: default, pod: {}}]
        """);

    var read = story.read(absent);

    assertThat(read.getInputs()).isEqualTo(WiringStory.struct(absent));
    assertThat(story.said)
        .containsExactly(
            "info: lan is unplugged, and KubeVirt has taken it out of the machine. Take it out of"
                + " the program, too.");
  }

  @Test
  void doesNotMindAnAddressThatAPoolGave() {
    story.runs(LAN.replace("masquerade: {}", "masquerade: {}, macAddress: '02:00:00:00:00:01'"));

    assertThat(story.read(LAN).getInputs()).isEqualTo(WiringStory.struct(LAN));
    assertThat(story.said).isEmpty();
  }

  @Test
  void staysAsItWasWhereNobodyCanBeAsked() {
    story.cluster.problem =
        Optional.of(new ClusterProblem(ClusterProblem.Kind.NO_SUCH_KIND, "no such kind"));

    var read = story.read(LAN);

    assertThat(read.getInputs()).isEqualTo(WiringStory.struct(LAN));
    assertThat(story.said)
        .containsExactly("info: not refreshed: KubeVirt is not installed in the cluster.");
  }

  @Test
  void importsWhatIsThere() {
    story.runs(LAN);

    assertThat(story.importing("vms/web").getInputs()).isEqualTo(WiringStory.struct(LAN));
    assertThat(story.importing("vms/other").getId()).isEmpty();
    assertThatThrownBy(() -> story.importing("web"))
        .hasCauseInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("namespace/name");
  }

  @Test
  void doesWithoutWhatItMayNotSee() {
    story.runs(LAN);
    story.cluster.around =
        Optional.of(new ClusterProblem(ClusterProblem.Kind.FORBIDDEN, "pods are forbidden"));

    story.diff(LAN, LAN.replace("lan, bridge: {}", "lan, bridge: {}, state: absent"));

    assertThat(story.said)
        .anyMatch(l -> l.startsWith("info: lan: state: up -> absent: hotplug. "))
        .noneMatch(l -> l.contains("not known"));
  }
}
