package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What KubeVirt refuses of how an interface gets to its network, and of its state. */
final class BindingCatalogue {
  private BindingCatalogue() {}

  private static final String SOURCE = "KubeVirt admitter: bindings";
  private static final String STATES = "KubeVirt admitter: interface states";
  private static final String LAN = "multus: {networkName: lan}";

  static final Rule ONE_BINDING =
      Rule.refused("KVN-V013", "Interface without exactly one binding")
          .why(
              "The binding is how the machine gets to the network; with none, or two, it does not start.")
          .fix("Write one of bridge, masquerade, sriov, passtBinding and binding.")
          .source(SOURCE)
          .example(Manifest.onPod("{name: default}"));

  static final Rule MASQUERADE_NETWORK =
      Rule.refused("KVN-V014", "Masquerade on a network that is not the pod's")
          .why("Masquerade hides the machine behind the address of its pod on the pod network.")
          .fix("Take bridge for a network of Multus, or sriov for a device of its own.")
          .source(SOURCE)
          .example(Manifest.machine("{name: lan, masquerade: {}}", "{name: lan, " + LAN + "}"));

  static final Rule RESERVED_MAC =
      Rule.refused("KVN-V015", "MAC address of KubeVirt's own bridge")
          .why(
              "With masquerade the bridge in the pod, which is the machine's gateway, has 02:00:00:00:00:00.")
          .fix("Choose another address, or leave it out.")
          .source(SOURCE)
          .example(Manifest.masquerade("macAddress: \"02:00:00:00:00:00\""));

  static final Rule BRIDGE_FORBIDDEN =
      Rule.refused("KVN-V016", "Bridge on the pod network where that is forbidden")
          .why("permitBridgeInterfaceOnPodNetwork of the KubeVirt object is false.")
          .fix("Take masquerade, or passtBinding.")
          .source(SOURCE)
          .example(
              Manifest.kubeVirt(
                  "network: {permitBridgeInterfaceOnPodNetwork: false, defaultNetworkInterface: masquerade}",
                  Manifest.onPod("{name: default, bridge: {}}")));

  static final Rule PASST_GATE =
      Rule.refused("KVN-V017", "passtBinding without its feature gate")
          .why(
              "Before 1.9 the gate PasstBinding has to be listed; from then on it can be switched off.")
          .fix("List PasstBinding under featureGates of the KubeVirt object, or take masquerade.")
          .source(SOURCE)
          .example(
              Manifest.kubeVirt(
                  "developerConfiguration: {disabledFeatureGates: [PasstBinding]}",
                  Manifest.onPod("{name: default, passtBinding: {}}")));

  static final Rule PASST_NETWORK =
      Rule.refused("KVN-V018", "passtBinding on a network that is not the pod's")
          .why("passt speaks for the machine with the address of its pod on the pod network.")
          .fix("Take bridge for a network of Multus, or sriov for a device of its own.")
          .source(SOURCE)
          .example(Manifest.machine("{name: lan, passtBinding: {}}", "{name: lan, " + LAN + "}"));

  static final Rule REMOVED =
      Rule.refused("KVN-V019", "Binding that KubeVirt has removed")
          .why(
              "slirp, passt and macvtap are gone since 1.3; the fields are only there for old objects.")
          .fix("Take passtBinding or masquerade on the pod network, or a binding plugin.")
          .source("KubeVirt admitter: discontinued bindings")
          .example(Manifest.onPod("{name: default, slirp: {}}"));

  static final Rule REMOVED_GATE =
      Rule.refused("KVN-V020", "Feature gate for a binding that KubeVirt has removed")
          .why(
              "The gates Passt and Macvtap are still listed in the KubeVirt object, but there is nothing that they could switch on.")
          .fix("Take passtBinding or a binding plugin, and take the gate out.")
          .source("KubeVirt admitter: feature gates")
          .example(
              Manifest.kubeVirt(
                  "developerConfiguration: {featureGates: [Macvtap]}",
                  Manifest.machine("{name: lan, macvtap: {}}", "{name: lan, " + LAN + "}")));

  static final Rule STATE =
      Rule.refused("KVN-V021", "State that is none")
          .why("An interface is up or down, or absent when it is to be unplugged.")
          .fix("Write up, down or absent, or leave it out.")
          .source(STATES)
          .example(Manifest.masquerade("state: off").replace("off", "\"off\""));

  static final Rule STATE_OF_DEVICE =
      Rule.refused("KVN-V022", "Link state of a host device")
          .why("With SR-IOV the machine has the device itself, and KubeVirt no link to set.")
          .fix("Leave state out, and set the link in the machine.")
          .source(STATES)
          .example(Manifest.second("sriov: {}, state: down", LAN));

  static final Rule ABSENT_BINDING =
      Rule.refused("KVN-V023", "Unplugging an interface that is no bridge")
          .why("KubeVirt can take only interfaces with bridge binding out of a running machine.")
          .fix("Take the interface and its network out, and restart the machine.")
          .source(STATES)
          .example(Manifest.second("sriov: {}, state: absent", LAN));

  static final Rule ABSENT_DEFAULT =
      Rule.refused("KVN-V024", "Unplugging the first network")
          .why("The pod of the machine keeps its first network as long as it lives.")
          .fix("Take the interface and its network out, and restart the machine.")
          .source(STATES)
          .example(Manifest.onPod("{name: default, bridge: {}, state: absent}"));

  static final List<Rule> ALL =
      List.of(
          ONE_BINDING,
          MASQUERADE_NETWORK,
          RESERVED_MAC,
          BRIDGE_FORBIDDEN,
          PASST_GATE,
          PASST_NETWORK,
          REMOVED,
          REMOVED_GATE,
          STATE,
          STATE_OF_DEVICE,
          ABSENT_BINDING,
          ABSENT_DEFAULT);
}
