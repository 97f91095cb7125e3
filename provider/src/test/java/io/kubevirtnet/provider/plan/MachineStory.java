package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two sides of a plan, and what is known of their cluster. */
final class MachineStory {
  private final List<PlannedObject> old = new ArrayList<>();
  private final List<PlannedObject> now = new ArrayList<>();
  private final List<RecordedFacts> oldFacts = new ArrayList<>();
  private final List<RecordedFacts> newFacts = new ArrayList<>();
  private final List<KubernetesObject> others = new ArrayList<>();
  private final List<PlannedNode> nodes = new ArrayList<>();
  private final Map<ObjectReference, MachineFacts> machines = new HashMap<>();

  static List<KubernetesObject> objects(String yaml) {
    return KubernetesDocuments.read("test", yaml);
  }

  MachineStory old(String yaml) {
    objects(yaml).forEach(o -> old.add(PlannedObject.of(o)));
    return this;
  }

  MachineStory now(String yaml) {
    objects(yaml).forEach(o -> now.add(PlannedObject.of(o)));
    return this;
  }

  MachineStory both(String yaml) {
    return old(yaml).now(yaml);
  }

  MachineStory add(boolean after, PlannedObject object) {
    (after ? now : old).add(object);
    return this;
  }

  MachineStory others(String yaml) {
    others.addAll(objects(yaml));
    return this;
  }

  MachineStory facts(String name, String before, String after) {
    oldFacts.add(new RecordedFacts(name, tree(before)));
    newFacts.add(new RecordedFacts(name, tree(after)));
    return this;
  }

  static Fields tree(String yaml) {
    return (Fields) KubernetesDocuments.documents("test", yaml).get(0);
  }

  MachineStory node(String name, Map<String, String> labels) {
    nodes.add(new PlannedNode(name, Optional.of(labels), List.of(), true, Optional.empty()));
    return this;
  }

  /** What is known of a VirtualMachine. */
  MachineStory machine(String namespace, String name, boolean running, boolean migratable) {
    machines.put(
        new ObjectReference("VirtualMachine", namespace, name),
        new MachineFacts(
            Optional.of(running), Optional.of(migratable), Optional.of(false), Optional.of(false)));
    return this;
  }

  PlanScene scene() {
    return new PlanScene(
        nodes, others, machines, Scene.of(KubeVirtRelease.newest(), false), List.of());
  }

  Side before() {
    return new Side(old, oldFacts);
  }

  Side after() {
    return new Side(now, newFacts);
  }

  /** What these chapters alone say. */
  Plan plan() {
    var draft = new Draft();
    new MachineImpacts().write(before(), after(), scene(), draft);
    new Topologies().write(before(), after(), scene(), draft);
    return draft.plan();
  }

  static String definition(String namespace, String name, String config) {
    return """
        ---
        apiVersion: k8s.cni.cncf.io/v1
        kind: NetworkAttachmentDefinition
        metadata: {name: %s, namespace: %s}
        spec: {config: '{"cniVersion":"0.3.1","name":"%s",%s}'}
        """
        .formatted(name, namespace, name, config);
  }

  static String bridged(String name, int vlan) {
    return definition(
        "vms",
        name,
        "\"type\":\"bridge\",\"bridge\":\"br1\",\"disableContainerInterface\":true,\"vlan\":"
            + vlan);
  }

  static String machine(String name, String definition) {
    return machine(name, definition, "bridge: {}");
  }

  static String machine(String name, String definition, String binding) {
    return """
        ---
        apiVersion: kubevirt.io/v1
        kind: VirtualMachine
        metadata: {name: %s, namespace: vms}
        spec:
          runStrategy: Always
          template:
            spec:
              domain: {devices: {interfaces: [{name: lan, %s, macAddress: "02:00:00:00:00:01"}]}}
              networks: [{name: lan, multus: {networkName: %s}}]
        """
        .formatted(name, binding, definition);
  }

  static String instance(String name, String definition, String node) {
    return """
        ---
        apiVersion: kubevirt.io/v1
        kind: VirtualMachineInstance
        metadata: {name: %s, namespace: vms}
        spec:
          domain: {devices: {interfaces: [{name: lan, bridge: {}, macAddress: "02:00:00:00:00:01"}]}}
          networks: [{name: lan, multus: {networkName: %s}}]
        status: {phase: Running, nodeName: %s}
        """
        .formatted(name, definition, node);
  }

  /** A bridge over a network card that lets some VLANs through. */
  static String policy(String name, String selector, String bridge, String port) {
    return """
        ---
        apiVersion: nmstate.io/v1
        kind: NodeNetworkConfigurationPolicy
        metadata: {name: %s}
        spec:
          nodeSelector: %s
          desiredState:
            interfaces:
              - {name: %s, type: linux-bridge, state: up, bridge: {port: [%s]}}
        """
        .formatted(name, selector, bridge, port);
  }

  static String port(String name, String tags) {
    return "{name: %s, vlan: {mode: trunk, trunk-tags: [%s]}}".formatted(name, tags);
  }
}
