package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the key of a property, or with what its text says. */
public final class KeyCatalogue {
  private KeyCatalogue() {}

  private static final String PLATFORM = "vCluster Platform, KubeVirt node provider";

  public static final Rule UNKNOWN_KEY =
      Rule.warning("KVN-P022", "Property that the platform does not know")
          .why(
              "It reads the keys under vcluster.com that it knows, and passes over others without a word.")
          .fix("Correct the key, or remove it.")
          .source(PLATFORM + ": properties")
          .example(ProviderExample.properties("kv/network-attachment-definiton: vms/lan"));

  public static final Rule GONE_KEY =
      Rule.error("KVN-P023", "Property that the platform does not read any more")
          .why("It had this key up to 4.9, and passes over it without a word now.")
          .fix("Use the key that took its place.")
          .source(PLATFORM + ": properties")
          .example(ProviderExample.properties("vcluster.com/user-data-template: base"));

  public static final Rule WRONG_PLACE =
      Rule.warning("KVN-P024", "Property that has no effect where it stands")
          .why("The platform reads this key in other objects only.")
          .fix("Move it there, or remove it.")
          .source(PLATFORM + ": properties")
          .example(ProviderExample.properties("machines.vcluster.com/os-image-type: kubevirt"));

  public static final Rule FLAG =
      Rule.error("KVN-P025", "Switch that is neither true nor false")
          .why(
              "The platform takes the texts true and false, in small letters; anything else leaves it off.")
          .fix("Write \"true\" or \"false\".")
          .source(PLATFORM + ": multus-default, ccm-enabled, csi-enabled, ccm-lb-enabled")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/multus-default: \"True\""));

  public static final Rule BINDING =
      Rule.refused("KVN-P027", "Binding that the attachment of a node can not have")
          .why(
              "The platform injects a network of Multus: masquerade works on the pod network alone, and KubeVirt has removed passt and slirp, which are plugins now.")
          .fix(
              "Write bridge or sriov, or name a plugin in interface-template: {binding: {name: passt}}.")
          .source("KubeVirt admitter: validateMasqueradeBinding, discontinued bindings")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/interface-binding: masquerade"));

  public static final Rule TWO_BINDINGS =
      Rule.refused("KVN-P028", "Interface template with two bindings")
          .why("KubeVirt connects an interface in exactly one way.")
          .fix("Keep one of them.")
          .source("KubeVirt admitter: validateInterfaceBinding")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/interface-template: \"{sriov: {}, binding: {name: passt}}\""));

  public static final Rule BINDING_TWICE =
      Rule.warning("KVN-P029", "Binding said twice")
          .why(
              "interface-template is merged over interface-binding, so that its binding is the one that counts.")
          .fix("Keep the one that is meant.")
          .source(PLATFORM + ": interface-binding, interface-template")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/interface-binding: sriov, kv/interface-template: \"{bridge: {}}\""));

  public static final Rule GUEST_INTERFACE =
      Rule.refused("KVN-P037", "Name that no card of a guest has")
          .why("Linux has names of 1 to 15 characters, without spaces and slashes.")
          .fix("Write the name that the guest gives to the card, for example enp2s0.")
          .source(PLATFORM + ": network-interface")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/network-cidr: 10.100.0.0/24, kv/network-nameservers: 10.100.0.2, kv/network-interface: the second card"));

  public static final Rule NETRIS =
      Rule.refused("KVN-P051", "Server cluster of Netris without a name")
          .why("The platform asks Netris for the server cluster of this name.")
          .fix("Write its name.")
          .source(PLATFORM + ": server-cluster")
          .example(ProviderExample.properties("netris.vcluster.com/server-cluster: \"\""));

  public static final List<Rule> ALL =
      List.of(
          UNKNOWN_KEY,
          GONE_KEY,
          WRONG_PLACE,
          FLAG,
          BINDING,
          TWO_BINDINGS,
          BINDING_TWICE,
          GUEST_INTERFACE,
          NETRIS);
}
