package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A large site: policies, definitions over their bridges, machines on these, and node types. */
final class Estate {
  private static final int BRIDGES = 50;
  private static final int TYPES_OF_A_PROVIDER = 10;

  private final int policies;
  private final int definitions;
  private final int machines;
  private final int types;
  private final List<KubernetesObject> objects = new ArrayList<>();

  private Estate(int policies, int definitions, int machines, int types) {
    this.policies = policies;
    this.definitions = definitions;
    this.machines = machines;
    this.types = types;
  }

  /**
   * All of it.
   *
   * @param changed every how many objects one is not as it was; 0 for none
   */
  static List<KubernetesObject> of(
      int policies, int definitions, int machines, int types, int changed) {
    var estate = new Estate(policies, definitions, machines, types);
    estate.fill(changed);
    return List.copyOf(estate.objects);
  }

  private void fill(int changed) {
    for (int i = 0; i < policies; i++) {
      policy(i, isOther(i, changed) ? 9000 : 1500);
    }
    for (int i = 0; i < definitions; i++) {
      definition(i, isOther(i, changed) ? 2000 + i % 1000 : 100 + i % 1000);
    }
    for (int i = 0; i < machines; i++) {
      machine(i, isOther(i, changed) ? "e1000" : "virtio");
    }
    for (int i = 0; i < types; i += TYPES_OF_A_PROVIDER) {
      provider(i, isOther(i, changed) ? "8Gi" : "4Gi");
    }
  }

  private static boolean isOther(int i, int changed) {
    return changed > 0 && i % changed == changed - 1;
  }

  private void add(Map<String, Object> object) {
    objects.add(KubernetesObject.of((Fields) Tree.of(object)).orElseThrow());
  }

  private void policy(int i, int mtu) {
    var bridge = "br" + i % BRIDGES;
    add(
        Map.of(
            "apiVersion",
            "nmstate.io/v1",
            "kind",
            "NodeNetworkConfigurationPolicy",
            "metadata",
            Map.of("name", "policy-" + i),
            "spec",
            Map.of(
                "nodeSelector", Map.of("rack", "r" + i / BRIDGES),
                "desiredState",
                    Map.of(
                        "interfaces",
                        List.of(
                            Map.of(
                                "name",
                                bridge,
                                "type",
                                "linux-bridge",
                                "state",
                                "up",
                                "mtu",
                                mtu,
                                "ipv4",
                                Map.of("enabled", false),
                                "bridge",
                                Map.of(
                                    "options", Map.of("stp", Map.of("enabled", false)),
                                    "port",
                                        List.of(
                                            Map.of(
                                                "name",
                                                "ens" + i % BRIDGES,
                                                "vlan",
                                                trunk())))))))));
  }

  private static Map<String, Object> trunk() {
    return Map.of(
        "mode", "trunk", "trunk-tags", List.of(Map.of("id-range", Map.of("min", 2, "max", 4094))));
  }

  private void definition(int i, int vlan) {
    add(
        Map.of(
            "apiVersion",
            "k8s.cni.cncf.io/v1",
            "kind",
            "NetworkAttachmentDefinition",
            "metadata",
            Map.of("name", "lan-" + i, "namespace", "vms"),
            "spec",
            Map.of(
                "config",
                "{\"cniVersion\":\"0.3.1\",\"name\":\"lan-%d\",\"type\":\"bridge\",\"bridge\":\"br%d\",\"vlan\":%d,\"disableContainerInterface\":true,\"macspoofchk\":true}"
                    .formatted(i, i % BRIDGES, vlan))));
  }

  private void machine(int i, String model) {
    var mac = "02:00:00:%02x:%02x:%02x".formatted(i >> 16 & 255, i >> 8 & 255, i & 255);
    add(
        Map.of(
            "apiVersion",
            "kubevirt.io/v1",
            "kind",
            "VirtualMachine",
            "metadata",
            Map.of("name", "vm-" + i, "namespace", "vms"),
            "spec",
            Map.of(
                "runStrategy", "Always", "template", Map.of("spec", machineSpec(i, model, mac)))));
  }

  private Map<String, Object> machineSpec(int i, String model, String mac) {
    return Map.of(
        "domain",
        Map.of(
            "cpu", Map.of("cores", 2),
            "memory", Map.of("guest", "2Gi"),
            "devices",
                Map.of(
                    "disks", List.of(Map.of("name", "root", "disk", Map.of("bus", "virtio"))),
                    "interfaces",
                        List.of(
                            Map.of("name", "default", "masquerade", Map.of()),
                            Map.of(
                                "name",
                                "lan",
                                "bridge",
                                Map.of(),
                                "model",
                                model,
                                "macAddress",
                                mac)))),
        "networks",
        List.of(
            Map.of("name", "default", "pod", Map.of()),
            Map.of("name", "lan", "multus", Map.of("networkName", "lan-" + i % definitions))),
        "volumes",
        List.of(
            Map.of(
                "name",
                "root",
                "containerDisk",
                Map.of("image", "quay.io/containerdisks/fedora:latest"))));
  }

  private void provider(int first, String memory) {
    var nodeTypes = new ArrayList<Object>();
    for (int i = first; i < Math.min(types, first + TYPES_OF_A_PROVIDER); i++) {
      nodeTypes.add(
          Map.of(
              "name",
              "type-" + i,
              "properties",
              Map.of(
                  "kubevirt.vcluster.com/network-attachment-definition",
                  "vms/lan-" + i,
                  "kubevirt.vcluster.com/network-interface",
                  "enp1s0"),
              "resources",
              Map.of("cpu", "2", "memory", memory)));
    }
    add(
        Map.of(
            "apiVersion",
            "management.loft.sh/v1",
            "kind",
            "NodeProvider",
            "metadata",
            Map.of("name", "kv-" + first),
            "spec",
            Map.of(
                "kubeVirt",
                Map.of(
                    "clusterRef",
                    Map.of("cluster", "host", "namespace", "vms"),
                    "nodeTypes",
                    nodeTypes))));
  }
}
