package io.kubevirtnet.guest;

/** A complete machine but for what an example of a rule adds. */
final class GuestExample {
  static final String LAN =
      "{name: lan, attachmentName: vms/lan, macAddress: \"02:00:00:00:01:01\"}";
  static final String SAN =
      "{name: san, attachmentName: vms/san, macAddress: \"02:00:00:00:01:02\"}";
  static final String POD = "{name: default, pod: {}, macAddress: \"02:00:00:00:01:03\"}";

  private GuestExample() {}

  static String onLan(String guestNetwork) {
    return on(LAN, guestNetwork);
  }

  static String on(String networks, String guestNetwork) {
    return machine(networks) + "  guestNetwork: {" + guestNetwork + "}\n";
  }

  static String withText(String networks, String networkData) {
    return machine(networks) + "  networkData: |\n" + networkData.indent(4);
  }

  private static String machine(String networks) {
    return """
        type: kubevirtnet:VirtualMachine
        properties:
          namespace: vms
          memory: 2Gi
          dedicatedCpus: true
          containerDisk: quay.io/containerdisks/fedora:latest
        """
        + "  networks: ["
        + networks
        + "]\n";
  }
}
