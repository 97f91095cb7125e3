package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with a definition whatever its plugins are. */
public final class FrameCatalogue {
  private FrameCatalogue() {}

  private static final String HEAD =
      """
      apiVersion: k8s.cni.cncf.io/v1
      kind: NetworkAttachmentDefinition
      """;

  private static String example(String config) {
    return HEAD + "metadata: {name: lan, namespace: vms}\nspec: {config: '" + config + "'}\n";
  }

  public static final Rule CONFIG =
      Rule.refused("KVN-A020", "Config that Multus can not read")
          .why("spec.config is a text that holds one JSON object with type or plugins.")
          .fix("Correct the JSON.")
          .source("net-attach-def-admission-controller; Multus LoadDelegateNetConf")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec: {config: "{type: bridge"}
              """);

  static final Rule WRONG_TYPE =
      Rule.refused("KVN-A030", "Value of the wrong type in a CNI config")
          .why("Go reads each key as one type: text, whole number, true or false, list or object.")
          .fix("Write a value of that type, numbers without quotes and without a point.")
          .source("Multus, libcni and the plugins: encoding/json")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\",\"vlan\":\"100\"}"));

  static final Rule UNKNOWN_KEY =
      Rule.error("KVN-A031", "Key that the plugin does not know")
          .why("Plugins take what they do not know without a word, so it would have no effect.")
          .fix("Correct the name, or take it out.")
          .source("containernetworking/plugins and others: no DisallowUnknownFields")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\",\"vlanId\":100}"));

  static final Rule CASE =
      Rule.error("KVN-A032", "Key in the wrong case")
          .why(
              "Plugins take a key in any case, the last one of several, but libcni and the admission controller do not.")
          .fix("Write the key as the plugin documents it, once.")
          .source("Go: encoding/json; libcni NetworkConfFromBytes")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\",\"VLAN\":100}"));

  static final Rule KEY_TOO_NEW =
      Rule.warning("KVN-A033", "Key that came with a later release")
          .why("An older plugin takes the key without a word and does nothing.")
          .fix("Update the plugins on the nodes, or take the key out.")
          .source("containernetworking/plugins: releases")
          .example(
              """
              plugin: {type: bridge, bridge: br1, portIsolation: true}
              pluginsVersion: 1.6.2
              """);

  static final Rule VERSION_TOO_NEW =
      Rule.error("KVN-A072", "CNI version that came with a later release")
          .why("An older plugin does not know the version, and refuses it.")
          .fix("Update the plugins on the nodes, or write 0.3.1.")
          .source("containernetworking/plugins: releases 1.0.0 and 1.6.0")
          .example(
              """
              plugin: {type: bridge, bridge: br1, cniVersion: 1.1.0}
              pluginsVersion: 1.5.1
              """);

  static final Rule RESERVED =
      Rule.error("KVN-A034", "Key that a runtime fills in")
          .why("Multus and libcni write it for each pod, so what stands there is lost or misleads.")
          .fix("Take it out; what a pod wants goes into its own annotation.")
          .source("CNI specification 1: reserved keys")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\",\"runtimeConfig\":{\"mac\":\"02:00:00:00:00:01\"}}"));

  static final Rule TYPE_MISSING =
      Rule.refused("KVN-A035", "Plugin without a type")
          .why("The type is the name of the program that is run.")
          .fix("Set type.")
          .source("Multus LoadDelegateNetConfList; libcni NetworkPluginConfFromBytes")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"plugins\":[{\"type\":\"bridge\",\"bridge\":\"br1\"},{\"mtu\":1400}]}"));

  static final Rule TYPE_AND_PLUGINS =
      Rule.error("KVN-A036", "One plugin and a list of plugins")
          .why("With a type Multus runs that plugin alone, and ignores the list without a word.")
          .fix("Keep the one that is meant.")
          .source("Multus LoadDelegateNetConf")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\",\"plugins\":[{\"type\":\"tuning\"}]}"));

  static final Rule LIST_NAME =
      Rule.refused("KVN-A037", "List of plugins without a name")
          .why("Multus would take the name of the object, but the admission controller refuses it.")
          .fix("Set name to the name of the object.")
          .source("net-attach-def-admission-controller: validateNetworkAttachmentDefinition")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"plugins\":[{\"type\":\"bridge\",\"bridge\":\"br1\"}]}"));

  static final Rule NETWORK_NAME =
      Rule.refused("KVN-A038", "Network name with other letters")
          .why(
              "A network name has letters, digits, '_', '.' and '-', the first a letter or a digit.")
          .fix("Call it like the object.")
          .source("libcni: ValidateNetworkName")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"vms/lan\",\"type\":\"bridge\",\"bridge\":\"br1\"}"));

  static final Rule VERSION =
      Rule.refused("KVN-A039", "CNI version that the plugin does not take")
          .why("A plugin takes some versions of the CNI specification, by their exact text.")
          .fix("Write 0.3.1 or 1.0.0.")
          .source("CNI: skel and version.Reconciler")
          .example(
              example(
                  "{\"cniVersion\":\"1.0\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\"}"));

  static final Rule OLD_VERSION =
      Rule.warning("KVN-A040", "CNI version without chains")
          .why("Results before 0.3.0 name no interfaces, which the next plugin of a list needs.")
          .fix("Write 0.3.1 or 1.0.0.")
          .source("CNI specification 0.2.0")
          .example(
              example(
                  "{\"cniVersion\":\"0.2.0\",\"name\":\"lan\",\"plugins\":[{\"type\":\"ptp\",\"ipam\":{\"type\":\"dhcp\"}},{\"type\":\"tuning\",\"mtu\":1400}]}"));

  static final Rule OVERWRITTEN =
      Rule.warning("KVN-A041", "Name or version inside a list")
          .why("libcni gives each plugin the name and the version of the list.")
          .fix("Set it once, next to plugins.")
          .source("libcni: buildOneConfig")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"plugins\":[{\"type\":\"bridge\",\"bridge\":\"br1\",\"name\":\"other\"}]}"));

  static final Rule UNKNOWN_PLUGIN =
      Rule.warning("KVN-A042", "Plugin that is nearly a known one")
          .why("The type is the name of a program on the nodes; without it a pod does not start.")
          .fix("Correct the type.")
          .source("CNI: invoke.FindInPath")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"brigde\",\"bridge\":\"br1\"}"));

  static final Rule NOT_FIRST =
      Rule.refused("KVN-A043", "Chained plugin that comes first")
          .why("It changes what the plugin before it has made, and gets its result.")
          .fix("Put a plugin before it that makes an interface.")
          .source("containernetworking/plugins: plugins/meta")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"tuning\",\"mtu\":1400}"));

  static final Rule IPAM_MISSING =
      Rule.refused("KVN-A044", "Plugin that needs ipam")
          .why("It makes no interface without addresses.")
          .fix("Add ipam with a type.")
          .source("containernetworking/plugins: ipam.ExecAdd")
          .example(example("{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"ptp\"}"));

  static final Rule IPAM_REFUSED =
      Rule.refused("KVN-A045", "Plugin that refuses ipam")
          .why("It gives addresses in a way of its own, or none.")
          .fix("Take ipam out.")
          .source("the plugins")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"ovn-k8s-cni-overlay\",\"topology\":\"layer2\",\"netAttachDefName\":\"vms/lan\",\"ipam\":{\"type\":\"whereabouts\"}}"));

  static final Rule IPAM_IGNORED =
      Rule.warning("KVN-A046", "ipam without effect")
          .why("Nobody asks an IPAM plugin for addresses then.")
          .fix("Take ipam out, or give it a type.")
          .source("the plugins")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\",\"ipam\":{\"subnet\":\"10.0.0.0/24\"}}"));

  static final Rule OBJECT_NAME =
      Rule.refused("KVN-A047", "Definition with a name that some layer refuses")
          .why(
              "The API server, Multus and the admission controller together take lower case letters, digits and '-', at most 63, and no '0' at the start.")
          .fix("Choose such a name.")
          .source("multi-net-spec 3.3; net-attach-def-admission-controller")
          .example(
              HEAD
                  + """
                  metadata: {name: lan.10, namespace: vms}
                  spec: {config: '{"cniVersion":"1.0.0","name":"lan","type":"bridge","bridge":"br1"}'}
                  """);

  static final Rule NAME_LEFT_OUT =
      Rule.info("KVN-A048", "Config without a name")
          .why("Multus fills in the name of the object, but what else reads the config may not.")
          .fix("Set name to the name of the object.")
          .source("Multus GetCNIConfigFromSpec; multus-dynamic-networks-controller")
          .example(example("{\"cniVersion\":\"1.0.0\",\"type\":\"bridge\",\"bridge\":\"br1\"}"));

  static final Rule NOT_ALONE =
      Rule.refused("KVN-A049", "Plugin that stands alone, in a list with others")
          .why("It does the whole work, and refuses other plugins beside it.")
          .fix("Take the others out.")
          .source("the plugins")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"plugins\":[{\"type\":\"ovn-k8s-cni-overlay\",\"topology\":\"layer2\",\"netAttachDefName\":\"vms/lan\"},{\"type\":\"tuning\",\"mtu\":1400}]}"));

  static final Rule NETWORK_NAME_LENGTH =
      Rule.warning("KVN-A050", "Network name that is too long for a file")
          .why(
              "libcni keeps the result in a file whose name holds the network, the container and the interface.")
          .fix("Call it like the object.")
          .source("libcni: cacheAdd; file names have at most 255 bytes")
          .example(
              example(
                  "{\"cniVersion\":\"1.0.0\",\"name\":\""
                      + "n".repeat(175)
                      + "\",\"type\":\"bridge\",\"bridge\":\"br1\"}"));

  static final Rule TYPE_PATH =
      Rule.refused("KVN-A070", "Plugin type that is a path")
          .why("The type is the name of a program in the folder of the plugins.")
          .fix("Write the name alone.")
          .source("CNI: invoke.FindInPath")
          .example(example("{\"cniVersion\":\"1.0.0\",\"name\":\"lan\",\"type\":\"bin/bridge\"}"));

  static final List<Rule> ALL =
      List.of(
          CONFIG,
          WRONG_TYPE,
          UNKNOWN_KEY,
          CASE,
          KEY_TOO_NEW,
          VERSION_TOO_NEW,
          RESERVED,
          TYPE_MISSING,
          TYPE_AND_PLUGINS,
          LIST_NAME,
          NETWORK_NAME,
          VERSION,
          OLD_VERSION,
          OVERWRITTEN,
          UNKNOWN_PLUGIN,
          NOT_FIRST,
          IPAM_MISSING,
          IPAM_REFUSED,
          IPAM_IGNORED,
          OBJECT_NAME,
          NAME_LEFT_OUT,
          NOT_ALONE,
          NETWORK_NAME_LENGTH,
          TYPE_PATH);
}
