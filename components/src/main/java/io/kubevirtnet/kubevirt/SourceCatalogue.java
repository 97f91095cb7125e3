package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What KubeVirt refuses of networks, and of names that do not pair up. */
final class SourceCatalogue {
  private SourceCatalogue() {}

  private static final String SOURCE = "KubeVirt admitter: networks";
  private static final String LAN = "multus: {networkName: lan}";

  static final Rule TWO_PODS =
      Rule.refused("KVN-V002", "Two interfaces on the pod network")
          .why("A pod has one network of the cluster, and so has the machine in it.")
          .fix("Keep one, and attach the others to networks of their own with multus.")
          .source(SOURCE)
          .example(
              Manifest.machine(
                  Manifest.MASQUERADE + ", {name: more, masquerade: {}}",
                  Manifest.POD + ", {name: more, pod: {}}"));

  static final Rule TWO_DEFAULTS =
      Rule.refused("KVN-V003", "Two networks in the place of the pod network")
          .why("Multus makes one network the first of a pod.")
          .fix("Set multus.default on one of them.")
          .source(SOURCE)
          .example(
              Manifest.machine(
                  "{name: a, bridge: {}}, {name: b, bridge: {}}",
                  "{name: a, multus: {networkName: vms/a, default: true}}, {name: b, multus: {networkName: vms/b, default: true}}"));

  static final Rule POD_AND_DEFAULT =
      Rule.refused("KVN-V004", "Pod network beside the one that takes its place")
          .why("A network with multus.default is what the pod gets instead of the pod network.")
          .fix("Take out the pod network, or multus.default.")
          .source(SOURCE)
          .example(Manifest.second("bridge: {}", "multus: {networkName: vms/lan, default: true}"));

  static final Rule NO_SOURCE =
      Rule.refused("KVN-V005", "Network without a source")
          .why("A network is the pod's, one of Multus, or the device of a resource claim.")
          .fix("Write pod: {}, or multus with the name of a NetworkAttachmentDefinition.")
          .source(SOURCE)
          .example(Manifest.machine("{name: lan, bridge: {}}", "{name: lan}"));

  static final Rule TWO_SOURCES =
      Rule.refused("KVN-V006", "Network with two sources")
          .why("A network is the pod's, or one of Multus, or the device of a resource claim.")
          .fix("Keep one of them; another network takes another entry and another interface.")
          .source(SOURCE)
          .example(
              Manifest.onPod("{name: default, bridge: {}}").replace("pod: {}", "pod: {}, " + LAN));

  static final Rule NO_DEFINITION =
      Rule.refused("KVN-V007", "Network of Multus without a definition")
          .why("Multus attaches what a NetworkAttachmentDefinition describes, by its name.")
          .fix("Write networkName: name, or namespace/name for one of another namespace.")
          .source(SOURCE)
          .example(Manifest.second("bridge: {}", "multus: {networkName: \"\"}"));

  static final Rule NETWORK_TWICE =
      Rule.refused("KVN-V008", "Two networks of one name")
          .why("An interface finds its network by the name, and takes the last one of it.")
          .fix("Give each network a name of its own, and its interface the same.")
          .source(SOURCE)
          .example(
              Manifest.machine(
                  "{name: lan, bridge: {}}",
                  "{name: lan, " + LAN + "}, {name: lan, multus: {networkName: san}}"));

  static final Rule NETWORK_UNUSED =
      Rule.refused("KVN-V009", "Network without an interface")
          .why("Each network is for the interface of the same name.")
          .fix("Add an interface of this name, or take the network out.")
          .source(SOURCE)
          .example(
              Manifest.machine(Manifest.MASQUERADE, Manifest.POD + ", {name: lan, " + LAN + "}"));

  static final Rule INTERFACE_TWICE =
      Rule.refused("KVN-V010", "Two interfaces of one name")
          .why("Each interface is for the network of the same name, and that has one.")
          .fix("Give each interface a name and a network of its own.")
          .source(SOURCE)
          .example(
              Manifest.machine(
                  "{name: lan, bridge: {}}, {name: lan, bridge: {}}", "{name: lan, " + LAN + "}"));

  static final Rule NO_NETWORK =
      Rule.refused("KVN-V011", "Interface without a network")
          .why("Each interface is for the network of the same name.")
          .fix("Add a network of this name, or take the interface out.")
          .source(SOURCE)
          .example(
              Manifest.machine(Manifest.MASQUERADE + ", {name: lan, bridge: {}}", Manifest.POD));

  static final List<Rule> ALL =
      List.of(
          TWO_PODS,
          TWO_DEFAULTS,
          POD_AND_DEFAULT,
          NO_SOURCE,
          TWO_SOURCES,
          NO_DEFINITION,
          NETWORK_TWICE,
          NETWORK_UNUSED,
          INTERFACE_TWICE,
          NO_NETWORK);
}
