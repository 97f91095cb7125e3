package io.kubevirtnet.provider.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import io.kubevirtnet.provider.plan.PlanScene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SceneReadingTest {
  private static final Scene RULES = Scene.of(KubeVirtRelease.newest(), false);

  private static final String NODES =
      """
      apiVersion: v1
      kind: Node
      metadata: {name: w1, labels: {zone: a}}
      status:
        addresses: [{type: Hostname, address: w1}, {type: InternalIP, address: 192.0.2.1}]
        conditions: [{type: Ready, status: "False"}]
      ---
      apiVersion: nmstate.io/v1beta1
      kind: NodeNetworkState
      metadata: {name: w1}
      status: {currentState: {interfaces: [{name: ens4, type: ethernet}]}}
      ---
      apiVersion: nmstate.io/v1beta1
      kind: NodeNetworkState
      metadata: {name: w2}
      status: {currentState: {interfaces: []}}
      """;

  private static final String MACHINES =
      """
      apiVersion: kubevirt.io/v1
      kind: VirtualMachine
      metadata: {namespace: vms, name: web}
      spec: {runStrategy: Always}
      status: {printableStatus: Running}
      ---
      apiVersion: kubevirt.io/v1
      kind: VirtualMachineInstance
      metadata: {namespace: vms, name: web}
      status:
        phase: Running
        conditions: [{type: LiveMigratable, status: "False"}]
        interfaces: [{name: lan, podInterfaceName: net1}]
      ---
      apiVersion: kubevirt.io/v1
      kind: VirtualMachine
      metadata: {namespace: vms, name: idle}
      spec: {runStrategy: Manual}
      status: {printableStatus: Stopped}
      ---
      apiVersion: kubevirt.io/v1
      kind: VirtualMachine
      metadata: {namespace: vms, name: halted}
      spec: {running: false}
      ---
      apiVersion: kubevirt.io/v1
      kind: VirtualMachine
      metadata: {namespace: vms, name: untold}
      spec: {runStrategy: Always}
      ---
      apiVersion: kubevirt.io/v1
      kind: VirtualMachineInstance
      metadata: {namespace: vms, name: loner}
      status: {phase: Succeeded}
      """;

  @Test
  void aNodeIsWhatItsObjectAndItsStateSayTogether() {
    var nodes = scene(NODES).nodes();

    assertThat(nodes).extracting(n -> n.name()).containsExactly("w1", "w2");
    assertThat(nodes.get(0).labels()).contains(Map.of("zone", "a"));
    assertThat(nodes.get(0).internalIps()).containsExactly("192.0.2.1");
    assertThat(nodes.get(0).ready()).isFalse();
    assertThat(nodes.get(0).state().orElseThrow().interfaces()).hasSize(1);
    assertThat(nodes.get(1).labels()).isEmpty();
    assertThat(nodes.get(1).ready()).isTrue();
  }

  @Test
  void theOutputOfNmstatectlIsTheStateOfItsNode() {
    var named =
        ClusterDocuments.read("a.yaml", "hostname: {running: w7}\ninterfaces: [{name: lo}]\n");
    var nameless = ClusterDocuments.read("w8.yaml", "interfaces: []\n");

    assertThat(SceneReading.of(named, RULES, List.of()).nodes())
        .extracting(n -> n.name())
        .containsExactly("w7");
    assertThat(SceneReading.of(nameless, RULES, List.of()).nodes())
        .extracting(n -> n.name())
        .containsExactly("w8.yaml");
  }

  @Test
  void refusesWhatIsNoObjectOfACluster() {
    assertThatThrownBy(() -> ClusterDocuments.read("a.yaml", "routes: []\n"))
        .isInstanceOf(UnreadableManifest.class)
        .hasMessageStartingWith("a.yaml: neither Kubernetes objects");
  }

  @Test
  void aMachineRunsWhereItsInstanceDoes() {
    var machines = scene(MACHINES).machines();

    assertThat(machines)
        .containsEntry(
            machine("web"),
            new MachineFacts(
                Optional.of(true), Optional.of(false), Optional.empty(), Optional.of(true)))
        .doesNotContainKey(machine("untold"));
    assertThat(machines)
        .hasEntrySatisfying(machine("idle"), m -> assertThat(m.isStopped()).isTrue())
        .hasEntrySatisfying(machine("halted"), m -> assertThat(m.isStopped()).isTrue())
        .hasEntrySatisfying(
            new ObjectReference("VirtualMachineInstance", "vms", "loner"),
            m -> assertThat(m.isStopped()).isTrue());
  }

  @Test
  void whatNoSideDeclaresStaysBesideThem() {
    var others =
        SceneReading.of(
                ClusterDocuments.read("c", NODES + "---\n" + MACHINES),
                RULES,
                List.of(machine("idle"), machine("halted")))
            .others();

    assertThat(others)
        .extracting(o -> o.reference().name())
        .containsExactlyInAnyOrder("web", "untold", "loner");
  }

  @Test
  void whatIsDeclaredWithoutANamespaceIsInTheDefaultOne() {
    var cluster =
        ClusterDocuments.read("c", MACHINES.replace("namespace: vms", "namespace: default"));
    var web = new ObjectReference("VirtualMachine", "", "web");

    var scene = SceneReading.of(cluster, RULES, List.of(web));

    assertThat(scene.others()).noneMatch(o -> o.reference().name().equals("web"));
    assertThat(scene.machines()).containsKey(web);
  }

  @Test
  void theClustersKubeVirtSaysWhatHoldsForMachines() {
    var kubeVirt =
        """
        apiVersion: kubevirt.io/v1
        kind: KubeVirt
        metadata: {namespace: kubevirt, name: kubevirt}
        spec: {configuration: {vmRolloutStrategy: Stage}}
        status: {observedKubeVirtVersion: v1.8.2}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: kube-system, name: x, labels: {app: dynamic-networks-controller}}
        """;

    var scene = scene(kubeVirt);

    assertThat(scene.rules().cluster().rolloutStrategy()).isEqualTo("Stage");
    assertThat(scene.rules().cluster().release().wire()).isEqualTo("1.8");
    assertThat(scene.rules().cluster().dynamicNetworks()).contains(true);
    assertThat(scene.others()).isEmpty();
    assertThat(
            SceneReading.of(ClusterDocuments.read("c", kubeVirt), RULES, true, List.of(), List.of())
                .rules()
                .cluster()
                .release())
        .isEqualTo(KubeVirtRelease.newest());
  }

  @Test
  void theOrderOfTheObjectsSaysNothing() {
    var objects = new ArrayList<>(ClusterDocuments.read("c", NODES + "---\n" + MACHINES));
    var inOrder = SceneReading.of(objects, RULES, List.of());

    Collections.reverse(objects);

    assertThat(SceneReading.of(objects, RULES, List.of())).isEqualTo(inOrder);
  }

  private static PlanScene scene(String cluster) {
    List<KubernetesObject> objects = ClusterDocuments.read("c", cluster);
    return SceneReading.of(objects, RULES, List.of());
  }

  private static ObjectReference machine(String name) {
    return new ObjectReference("VirtualMachine", "vms", name);
  }
}
