package io.kubevirtnet.vcluster;

/** Manifests with one node type, for the examples of rules. */
final class ProviderExample {
  static final String POD =
      "{domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: \"2\", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}";

  private ProviderExample() {}

  /**
   * @param properties of the node type, without the part of their keys that is the same
   */
  static String properties(String properties) {
    return type("properties: {" + properties.replace("kv/", "kubevirt.vcluster.com/") + "}");
  }

  /**
   * @param fields of the node type beside its name
   */
  static String type(String fields) {
    return of(POD, fields);
  }

  /**
   * @param spec of the machine in the provider's template
   */
  static String of(String spec, String fields) {
    return kubeVirt(
        "    virtualMachineTemplate: {spec: {template: {spec: "
            + spec
            + "}}}\n    nodeTypes: [{name: small, "
            + fields.replace("kv/", "kubevirt.vcluster.com/")
            + "}]\n");
  }

  static String kubeVirt(String fields) {
    return """
        apiVersion: management.loft.sh/v1
        kind: NodeProvider
        metadata: {name: kv}
        spec:
          kubeVirt:
            clusterRef: {cluster: host, namespace: vms}
        """
        + fields;
  }
}
