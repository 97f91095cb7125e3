package io.kubevirtnet.netris;

/** A network that is complete but for what an example of a rule adds or changes. */
final class NetrisExample {
  /** As the documents of the platform have them. */
  static final String FACTS =
      "vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14";

  private static final String BASE =
      "serverCluster: tenant-a, hostModel: trunk, uplink: {nic: bond0}, namespace: vms";

  private static final String CONTROLLER =
      "controller: {url: \"https://netris.example.com\", username: svc, password: \"${secret:pw}\"}";

  private NetrisExample() {}

  /** With other facts than those of the documents. */
  static String facts(String facts) {
    return of("facts: {" + facts + "}");
  }

  /** With more facts and more inputs. */
  static String more(String facts, String inputs) {
    return of("facts: {" + FACTS + facts + "}, " + inputs);
  }

  /** With facts that the controller says otherwise. */
  static String answered(String pinned, String live) {
    return of(CONTROLLER + ", facts: {" + pinned + "}")
        + "answer: {facts: {"
        + live
        + "}, findings: []}\n";
  }

  /** A change of the facts that a network is made with. */
  static String change(String before, String after) {
    return """
        factsBefore: {%s}
        factsAfter: {%s}
        """
        .formatted(before, after);
  }

  private static String of(String inputs) {
    return "type: kubevirtnet:NetrisNetwork\nname: tenant-a\nproperties: {"
        + BASE
        + ", "
        + inputs
        + "}\n";
  }
}
