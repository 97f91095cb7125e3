package io.kubevirtnet.provider.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.provider.plan.Topology.State;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for whatever changes. */
class MachinePropertiesTest {
  private static final int MACHINES = 10_000;
  private static final int DEFINITIONS = 2_000;
  private static final int POLICIES = 500;

  /** Parts are few, so that much of them joins. */
  private static List<KubernetesObject> objects(Random random) {
    var objects = new ArrayList<KubernetesObject>();
    for (int i = 0; i < 4; i++) {
      if (random.nextInt(4) > 0) {
        objects.add(policy("br" + i, random.nextInt(3), "br" + i, 100 + random.nextInt(3)));
      }
    }
    for (int i = 0; i < 5; i++) {
      if (random.nextInt(4) > 0) {
        objects.add(definition("lan" + i, "br" + random.nextInt(5), 100 + random.nextInt(4)));
      }
    }
    for (int i = 0; i < 20; i++) {
      if (random.nextInt(6) > 0) {
        objects.add(machine("m" + i, "lan" + random.nextInt(2), 1 + random.nextInt(2)));
      }
    }
    return objects;
  }

  private static KubernetesObject object(Fields fields) {
    return KubernetesObject.of(fields).orElseThrow();
  }

  private static Fields of(String apiVersion, String kind, String namespace, String name) {
    var metadata = Tree.of("name", name).withIf(!namespace.isEmpty(), "namespace", namespace);
    return Tree.of("apiVersion", apiVersion).with("kind", kind).with("metadata", metadata);
  }

  private static KubernetesObject policy(String name, int rack, String bridge, int most) {
    var filter =
        Tree.of("mode", "trunk")
            .with(
                "trunk-tags",
                Tree.items(Tree.of("id-range", Tree.of("min", 100).with("max", most))));
    var entry =
        Tree.of("name", bridge)
            .with("type", "linux-bridge")
            .with("state", "up")
            .with(
                "bridge",
                Tree.of("port", Tree.items(Tree.of("name", "ens4").with("vlan", filter))));
    var spec = Tree.of("desiredState", Tree.of("interfaces", Tree.items(entry)));
    return object(
        of("nmstate.io/v1", "NodeNetworkConfigurationPolicy", "", name)
            .with("spec", spec.with("nodeSelector", Tree.of("rack", "r" + rack))));
  }

  private static KubernetesObject definition(String name, String bridge, int vlan) {
    return object(
        of("k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", "vms", name)
            .with(
                "spec",
                Tree.of(
                    "config",
                    "{\"cniVersion\":\"0.3.1\",\"name\":\"n\",\"type\":\"bridge\",\"bridge\":\""
                        + bridge
                        + "\",\"vlan\":"
                        + vlan
                        + "}")));
  }

  private static KubernetesObject machine(String name, String definition, int mac) {
    var card =
        Tree.of("name", "lan")
            .with("bridge", Fields.EMPTY)
            .with("macAddress", "02:00:00:00:00:0" + mac);
    var network = Tree.of("name", "lan").with("multus", Tree.of("networkName", definition));
    var spec =
        Tree.of("domain", Tree.of("devices", Tree.of("interfaces", Tree.items(card))))
            .with("networks", Tree.items(network));
    return object(
        of("kubevirt.io/v1", "VirtualMachine", "vms", name)
            .with("spec", Tree.of("template", Tree.of("spec", spec))));
  }

  private static Plan plan(
      List<KubernetesObject> before, List<KubernetesObject> after, List<KubernetesObject> others) {
    var scene =
        new PlanScene(
            List.of(), others, Map.of(), Scene.of(KubeVirtRelease.newest(), false), List.of());
    var draft = new Draft();
    new MachineImpacts().write(Side.of(before), Side.of(after), scene, draft);
    new Topologies().write(Side.of(before), Side.of(after), scene, draft);
    return draft.plan();
  }

  private static List<KubernetesObject> shuffled(List<KubernetesObject> objects, Random random) {
    var copy = new ArrayList<>(objects);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static List<KubernetesObject> others(Random random) {
    return objects(random).stream()
        .map(
            o ->
                o.fields()
                    .with(
                        "metadata",
                        Tree.of("name", "o-" + o.reference().name()).with("namespace", "vms")))
        .map(MachinePropertiesTest::object)
        .toList();
  }

  @RepeatedTest(20)
  void theOrderOfInputsChangesNothing(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var before = objects(random);
    var after = objects(random);
    var others = others(random);

    var plan = plan(before, after, others);

    assertThat(plan(shuffled(before, random), shuffled(after, random), shuffled(others, random)))
        .isEqualTo(plan);
    assertThat(plan.machines()).isNotEmpty();
  }

  @RepeatedTest(10)
  void whatDoesNotChangeIsDrawnTwiceAlike(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var objects = objects(random);

    var plan = plan(objects, shuffled(objects, random), others(random));

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.before()).isEqualTo(plan.after());
    assertThat(plan.after().boxes()).isNotEmpty().allMatch(b -> b.state() == State.SAME);
    assertThat(plan.after().wires()).isNotEmpty().allMatch(w -> w.state() == State.SAME);
  }

  @RepeatedTest(20)
  void eachWireEndsAtBoxesAndEachBoxIsInABox(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var plan = plan(objects(random), objects(random), others(random));

    for (var topology : List.of(plan.before(), plan.after())) {
      var ids = new HashSet<>(topology.boxes().stream().map(Topology.Box::id).toList());
      assertThat(ids).hasSameSizeAs(topology.boxes());
      assertThat(topology.wires()).allMatch(w -> ids.contains(w.from()) && ids.contains(w.to()));
      assertThat(topology.boxes()).allMatch(b -> b.parent().isEmpty() || ids.contains(b.parent()));
    }
  }

  @Test
  void thousandsAreDrawnAsAFewHundredBoxes() {
    var others = new ArrayList<KubernetesObject>();
    var before = new ArrayList<KubernetesObject>();
    var after = new ArrayList<KubernetesObject>();
    for (int i = 0; i < POLICIES; i++) {
      others.add(policy("p" + i, i, "br" + i, 4000));
    }
    for (int i = 0; i < DEFINITIONS; i++) {
      before.add(definition("lan" + i, "br" + i % POLICIES, 100));
      after.add(definition("lan" + i, "br" + i % POLICIES, i % 100 == 0 ? 200 : 100));
    }
    for (int i = 0; i < MACHINES; i++) {
      others.add(machine("m" + i, "lan" + i % DEFINITIONS, 1));
    }
    var clock = ManagementFactory.getThreadMXBean();
    var start = clock.getCurrentThreadCpuTime();
    var plan = plan(before, after, others);
    var seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;

    assertThat(plan.machines()).hasSize(MACHINES / 100);
    assertThat(plan.before().boxes()).hasSizeLessThan(600);
    assertThat(plan.after().boxes()).hasSizeLessThan(600);
    assertThat(plan.after().boxes().stream().mapToInt(Topology.Box::count).sum())
        .isEqualTo(MACHINES + DEFINITIONS + 3 * POLICIES);
    assertThat(seconds).isLessThan(20);
  }
}
