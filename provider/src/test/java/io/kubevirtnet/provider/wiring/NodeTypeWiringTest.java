package io.kubevirtnet.provider.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff.Kind;

/** The wiring of the machines of a node type, which nobody has made yet. */
class NodeTypeWiringTest {
  private static final String BRIDGE_VM =
      """
      nodeType: kv.bridge-vm
      namespace: vms
      interfaces: [{name: default, bridge: {}}, {name: multus, bridge: {}}]
      networks: [{name: default, pod: {}}, {name: multus, multus: {networkName: vms/lan}}]
      guestNames: {default: enp1s0, multus: enp2s0}
      properties:
        kubevirt.vcluster.com/network-attachment-definition: {value: vms/lan, origin: type}
      """;

  private static final String LAST =
      "info: Machines of kv.bridge-vm that there are keep their wiring until they are made again.";

  private final WiringStory story = new WiringStory();

  @Test
  void refusesTheWiringOfNothingAndOfTwoThings() {
    assertThat(story.check(BRIDGE_VM.replace("nodeType: kv.bridge-vm\n", "")).getFailuresList())
        .extracting(CheckFailure::getReason)
        .singleElement()
        .asString()
        .startsWith("KVN-V133 Neither is there.");
    assertThat(story.check(BRIDGE_VM + "virtualMachine: web\n").getFailuresList())
        .extracting(CheckFailure::getReason)
        .singleElement()
        .asString()
        .startsWith("KVN-V133 Both are there.");
    assertThat(story.check(BRIDGE_VM).getFailuresList()).isEmpty();
  }

  @Test
  void asksKubeVirtsRules() {
    assertThat(
            story
                .check(BRIDGE_VM.replace("multus, bridge", "multus, masquerade"))
                .getFailuresList())
        .extracting(CheckFailure::getProperty)
        .containsExactly("interfaces[1].name");
  }

  @Test
  void saysInWordsWhatChangesAndThatMachinesKeepTheirWiring() {
    var diff =
        story.diff(
            BRIDGE_VM,
            BRIDGE_VM
                    .replace("multus, bridge", "multus, sriov")
                    .replace(", multus: enp2s0", "")
                    .replace("origin: type", "origin: provider")
                + "  kubevirt.vcluster.com/interface-binding: {value: sriov, origin: type}\n"
                + "networkData: 'version: 2'\n");

    assertThat(diff.getReplacesList()).isEmpty();
    assertThat(story.said)
        .containsExactly(
            "info: multus: bridge -> sriov: recreate.",
            "info: networkData: (none) -> (another): recreate.",
            "info: multus in the guest: enp2s0 -> (none): recreate.",
            "info: kubevirt.vcluster.com/interface-binding: (none) -> sriov (type): recreate.",
            "info: kubevirt.vcluster.com/network-attachment-definition: vms/lan (type) -> vms/lan"
                + " (provider): recreate.",
            LAST);
    assertThat(story.cluster.asked).isZero();
  }

  @Test
  void saysItOnceOnly() {
    var other = BRIDGE_VM.replace("multus, bridge", "multus, sriov");
    story.diff(BRIDGE_VM, other);
    story.said.clear();

    story.diff(BRIDGE_VM, other);

    assertThat(story.said).isEmpty();
  }

  @Test
  void saysNothingWhenNothingChanges() {
    assertThat(story.diff(BRIDGE_VM, BRIDGE_VM).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    assertThat(story.said).isEmpty();
  }

  @Test
  void showsNoSecretAndNoLongText() {
    var secret = new Tree.Scalar("hunter2", new Marks(true, Set.of()));
    var properties =
        Tree.of("vcluster.com/user-data", Tree.of("value", secret).with("origin", "type"))
            .with(
                "kubevirt.vcluster.com/vm-template",
                Tree.of("value", "spec: {}\nmore: {}\n").with("origin", "claim"))
            .with(
                "kubevirt.vcluster.com/image-url",
                Tree.of("value", new Unknown(Marks.NONE)).with("origin", "type"));
    var before = WiringStory.tree(BRIDGE_VM);

    story.diff(
        WiringStory.struct(BRIDGE_VM),
        TreeWriter.VALUES_ONLY.write(before.with("properties", properties)));

    assertThat(story.said)
        .contains(
            "info: vcluster.com/user-data: (none) -> [secret] (type): recreate.",
            "info: kubevirt.vcluster.com/vm-template: (none) -> spec: {}… (claim): recreate.",
            "info: kubevirt.vcluster.com/image-url: (none) -> (known after apply) (type): recreate.");
  }

  @Test
  void isAnotherWiringForAnotherNodeType() {
    var diff = story.diff(BRIDGE_VM, BRIDGE_VM.replace("kv.bridge-vm", "kv.other"));

    assertThat(diff.getReplacesList()).containsExactly("nodeType");
    assertThat(diff.getDetailedDiffOrThrow("nodeType").getKind()).isEqualTo(Kind.UPDATE_REPLACE);
  }

  @Test
  void asksNoClusterWhenItIsMadeOrReadOrChanged() {
    var made = story.create(BRIDGE_VM, false);
    var changed = story.update(BRIDGE_VM, BRIDGE_VM);
    var read = story.read(BRIDGE_VM);

    assertThat(made.getId()).isEqualTo("vms/kv.bridge-vm");
    assertThat(WiringStory.plain(made.getProperties()))
        .isEqualTo(Map.of("namespace", "vms", "guestInterfaces", List.of()));
    assertThat(changed.getProperties()).isEqualTo(made.getProperties());
    assertThat(read.getInputs()).isEqualTo(WiringStory.struct(BRIDGE_VM));
    assertThat(story.cluster.asked).isZero();
  }

  @Test
  void foreseesItsOutputsInAPreview() {
    assertThat(story.create(BRIDGE_VM, true).getProperties())
        .isEqualTo(story.create(BRIDGE_VM, false).getProperties());
  }
}
