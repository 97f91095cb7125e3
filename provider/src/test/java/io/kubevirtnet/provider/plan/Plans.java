package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans from texts. */
final class Plans {
  static final String LAN =
      """
      apiVersion: k8s.cni.cncf.io/v1
      kind: NetworkAttachmentDefinition
      metadata: {name: lan, namespace: vms}
      spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","vlan":100,"disableContainerInterface":true,"macspoofchk":true}'}
      """;

  static final String WEB =
      """
      apiVersion: kubevirt.io/v1
      kind: VirtualMachine
      metadata: {name: web, namespace: vms}
      spec:
        runStrategy: Always
        template:
          spec:
            domain:
              memory: {guest: 2Gi}
              devices:
                interfaces:
                  - {name: default, masquerade: {}}
                  - {name: lan, bridge: {}, model: virtio, macAddress: "02:00:00:00:00:01"}
            networks:
              - {name: default, pod: {}}
              - {name: lan, multus: {networkName: lan}}
      """;

  static final String BR1 =
      """
      apiVersion: nmstate.io/v1
      kind: NodeNetworkConfigurationPolicy
      metadata: {name: br1}
      spec:
        desiredState:
          interfaces:
            - name: br1
              type: linux-bridge
              state: up
              mtu: 1500
              bridge:
                options: {stp: {enabled: false}}
                port:
                  - name: eth1
                    vlan: {mode: trunk, trunk-tags: [{id: 100}, {id-range: {min: 200, max: 299}}]}
      """;

  private Plans() {}

  static List<KubernetesObject> objects(String... documents) {
    var text = String.join("---\n", documents);
    return text.isBlank() ? List.of() : KubernetesDocuments.read("test.yaml", text);
  }

  static Side side(String... documents) {
    return Side.of(objects(documents));
  }

  static PlanScene scene() {
    return PlanScene.of(Scene.of(KubeVirtRelease.newest(), false));
  }

  static PlanScene beside(String... others) {
    return new PlanScene(List.of(), objects(others), Map.of(), scene().rules(), List.of());
  }

  static PlanScene stopped(ObjectReference machine) {
    var facts =
        new MachineFacts(Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty());
    return new PlanScene(List.of(), List.of(), Map.of(machine, facts), scene().rules(), List.of());
  }

  /** This chapter alone. */
  static Plan plan(Side before, Side after, PlanScene scene) {
    var draft = new Draft();
    var sides = Sides.comparable(before, after);
    new ObjectChanges().write(sides.before(), sides.after(), scene, draft);
    return draft.plan();
  }

  static Plan plan(String before, String after) {
    return plan(side(before), side(after), scene());
  }

  static ResourceChange only(Plan plan) {
    if (plan.resources().size() != 1) {
      throw new AssertionError("not one change: " + plan.resources());
    }
    return plan.resources().get(0);
  }

  static List<String> lines(ResourceChange change) {
    return change.fields().stream()
        .map(f -> f.path() + ": " + f.before() + " -> " + f.after())
        .toList();
  }
}
