package io.kubevirtnet.kubevirt;

/** Objects for the examples of rules. */
final class Manifest {
  static final String POD = "{name: default, pod: {}}";
  static final String MASQUERADE = "{name: default, masquerade: {}}";

  private Manifest() {}

  /** A machine whose devices and networks are given as in YAML. */
  static String machine(String interfaces, String networks) {
    return spec(
        "domain: {devices: {interfaces: ["
            + interfaces
            + "]}}\n      networks: ["
            + networks
            + "]");
  }

  /** One with an interface on the pod network. */
  static String onPod(String nic) {
    return machine(nic, POD);
  }

  /** One with masquerade on the pod network, and more in the interface. */
  static String masquerade(String more) {
    return onPod("{name: default, masquerade: {}, " + more + "}");
  }

  /** One with a second interface, of which everything but the name is given. */
  static String second(String nic, String net) {
    return machine(MASQUERADE + ", {name: lan, " + nic + "}", POD + ", {name: lan, " + net + "}");
  }

  /** One with an interface on the pod network, and more in its spec. */
  static String withMore(String more) {
    return spec(
        "domain: {devices: {interfaces: ["
            + MASQUERADE
            + "]}}\n      networks: ["
            + POD
            + "]\n      "
            + more);
  }

  static String spec(String spec) {
    return """
        apiVersion: kubevirt.io/v1
        kind: VirtualMachine
        metadata: {name: web, namespace: vms}
        spec:
          runStrategy: Always
          template:
            spec:
              %s
        """
        .formatted(spec);
  }

  /** The KubeVirt of the cluster, before something else. */
  static String kubeVirt(String configuration, String machine) {
    return kubeVirt(configuration) + "---\n" + machine;
  }

  static String kubeVirt(String configuration) {
    return """
        apiVersion: kubevirt.io/v1
        kind: KubeVirt
        metadata: {name: kubevirt, namespace: kubevirt}
        spec:
          configuration: {%s}
        """
        .formatted(configuration);
  }
}
