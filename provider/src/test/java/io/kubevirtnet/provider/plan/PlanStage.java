package io.kubevirtnet.provider.plan;

import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Two sides and a cluster, from a few words each. */
final class PlanStage {
  private final List<PlannedObject> before = new ArrayList<>();
  private final List<PlannedObject> after = new ArrayList<>();
  private final List<PlannedNode> nodes = new ArrayList<>();
  private final List<KubernetesObject> others = new ArrayList<>();

  /** A worker with ens4, over which it is reached at 192.0.2.N, and ens5. */
  PlanStage worker(int number) {
    return node("w" + number, Map.of("role", "worker"), card(number), true);
  }

  PlanStage node(String name, Map<String, String> labels, String state, boolean ready) {
    var address = "192.0.2." + name.replaceAll("\\D", "");
    nodes.add(
        new PlannedNode(
            name,
            Optional.of(labels),
            List.of(address),
            ready,
            state.isEmpty() ? Optional.empty() : Optional.of(new NetworkState(fields(state)))));
    return this;
  }

  PlanStage node(PlannedNode node) {
    nodes.add(node);
    return this;
  }

  static String card(int number) {
    return """
    interfaces:
    - {name: ens4, type: ethernet, state: up, mac-address: '52:54:00:00:00:%1$02d', mtu: 1500,
       ipv4: {enabled: true, dhcp: false, address: [{ip: 192.0.2.%1$d, prefix-length: 24}]},
       ipv6: {enabled: false}}
    - {name: ens5, type: ethernet, state: up, mac-address: '52:54:00:00:01:%1$02d', mtu: 1500,
       ipv4: {enabled: true, dhcp: false, address: [{ip: 198.51.100.%1$d, prefix-length: 24}]},
       ipv6: {enabled: false}}
    - {name: ens6, type: ethernet, state: up, mac-address: '52:54:00:00:02:%1$02d', mtu: 1500,
       ipv4: {enabled: false}, ipv6: {enabled: false}}
    routes:
      running: [{destination: 0.0.0.0/0, next-hop-interface: ens4, next-hop-address: 192.0.2.254}]
      config: [{destination: 0.0.0.0/0, next-hop-interface: ens4, next-hop-address: 192.0.2.254}]
    dns-resolver: {config: {}}
    """
        .formatted(number);
  }

  /** A bridge without an address. */
  static String bridge(String name, String port) {
    return """
    interfaces:
    - name: %s
      type: linux-bridge
      state: up
      ipv4: {enabled: false}
      bridge: {options: {stp: {enabled: false}}, port: [{name: "%s"}]}
    """
        .formatted(name, port);
  }

  PlanStage was(PlannedObject... objects) {
    before.addAll(List.of(objects));
    return this;
  }

  PlanStage is(PlannedObject... objects) {
    after.addAll(List.of(objects));
    return this;
  }

  PlanStage both(PlannedObject... objects) {
    return was(objects).is(objects);
  }

  PlanStage other(PlannedObject object) {
    others.add(object.object());
    return this;
  }

  static PlannedObject plain(String name, Map<String, String> selector, String desired) {
    return plain(name, selector, desired, Map.of());
  }

  static PlannedObject plain(
      String name, Map<String, String> selector, String desired, Map<String, Object> spec) {
    return PlannedObject.of(object(name, selector, fields(desired), spec));
  }

  static PlannedObject managed(
      String name, Map<String, String> selector, String desired, Map<String, Object> inputs) {
    var spec = Map.<String, Object>of("maxUnavailable", inputs.getOrDefault("maxUnavailable", 1));
    return new PlannedObject(
        object(name, selector, fields(desired), spec),
        Optional.of("NodeNetworkPolicy " + name),
        Optional.of((Fields) Tree.of(inputs)),
        false);
  }

  static KubernetesObject object(
      String name, Map<String, String> selector, Object desired, Map<String, Object> more) {
    var spec = Tree.of("nodeSelector", selector).with("desiredState", desired);
    for (var entry : more.entrySet()) {
      spec = spec.with(entry.getKey(), entry.getValue());
    }
    return KubernetesObject.of(
            Tree.of("apiVersion", "nmstate.io/v1")
                .with("kind", "NodeNetworkConfigurationPolicy")
                .with("metadata", Tree.of("name", name))
                .with("spec", spec))
        .orElseThrow();
  }

  static Fields fields(String yaml) {
    return (Fields) KubernetesDocuments.documents("test", yaml).get(0);
  }

  PlanStage shuffled(Random random) {
    Collections.shuffle(before, random);
    Collections.shuffle(after, random);
    Collections.shuffle(nodes, random);
    Collections.shuffle(others, random);
    return this;
  }

  Side before() {
    return new Side(before, List.of());
  }

  Side after() {
    return new Side(after, List.of());
  }

  Plan plan() {
    var draft = new Draft();
    new NodeImpacts().write(before(), after(), scene(), draft);
    return draft.plan();
  }

  PlanScene scene() {
    return new PlanScene(
        nodes, others, Map.of(), Scene.of(KubeVirtRelease.newest(), false), List.of());
  }
}
