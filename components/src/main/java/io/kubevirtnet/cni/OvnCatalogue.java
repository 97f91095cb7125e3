package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What OVN-Kubernetes refuses in a definition, and what it does not do then. */
final class OvnCatalogue {
  private static final String SOURCE = "ovn-kubernetes: ValidateNetConf";

  private OvnCatalogue() {}

  private static String example(String topology, String more) {
    return PluginCatalogue.example(
        "\"type\": \"ovn-k8s-cni-overlay\", \"netAttachDefName\": \"vms/lan\", \"topology\": \""
            + topology
            + "\""
            + (more.isEmpty() ? "" : ", " + more));
  }

  static final Rule OWN_NAME =
      Rule.refused("KVN-A120", "netAttachDefName of another definition")
          .why(
              "The controller takes a definition only when it names itself, as namespace/name; pods hang until then.")
          .fix("Set netAttachDefName to the namespace and the name of this definition.")
          .source(SOURCE)
          .example(
              PluginCatalogue.example(
                  "\"type\": \"ovn-k8s-cni-overlay\", \"topology\": \"localnet\", \"netAttachDefName\": \"vms/br0-network\""));

  static final Rule TOPOLOGY =
      Rule.refused("KVN-A121", "Topology that OVN-Kubernetes does not have")
          .why("There are layer2, layer3 and localnet, in lower case.")
          .fix("Write one of them.")
          .source("ovn-kubernetes: newNetInfo")
          .example(example("Localnet", ""));

  static final Rule ROLE =
      Rule.refused("KVN-A122", "Role that does not go with the network")
          .why(
              "A network is primary or secondary; a primary one gives addresses, and localnet is always secondary.")
          .fix("Write primary or secondary, or leave it out.")
          .source(SOURCE)
          .example(example("localnet", "\"role\": \"primary\""));

  static final Rule SUBNETS =
      Rule.refused("KVN-A123", "Subnets that OVN-Kubernetes can not read")
          .why(
              "Subnets are one text with commas: 10.1.0.0/24,fd00::/64; only in layer3 the size of a node's part follows, 10.1.0.0/16/24.")
          .fix("Correct the text.")
          .source("ovn-kubernetes: ParseClusterSubnetEntriesWithDefaults")
          .example(example("layer2", "\"subnets\": \"10.1.0.0/16/24\""));

  static final Rule OUTSIDE =
      Rule.refused("KVN-A124", "Excluded addresses that are not in the subnets")
          .why("What is left out must lie in one of the subnets.")
          .fix("Correct excludeSubnets, or take it out where there are no subnets.")
          .source("ovn-kubernetes: validateSubnetContainment")
          .example(
              example(
                  "layer2", "\"subnets\": \"10.1.0.0/24\", \"excludeSubnets\": \"10.2.0.0/30\""));

  static final Rule OVERLAP =
      Rule.refused("KVN-A125", "Subnets that overlap")
          .why("Each address can have one meaning in a network; its join subnet is one, too.")
          .fix("Choose other subnets, or another joinSubnet.")
          .source("ovn-kubernetes: SubnetOverlapCheck")
          .example(example("layer2", "\"subnets\": \"10.1.0.0/16,10.1.2.0/24\""));

  static final Rule CLUSTER_OVERLAP =
      Rule.warning("KVN-A126", "Subnets that a cluster usually has for itself")
          .why(
              "OVN-Kubernetes uses these networks unless the cluster was set up with others, and refuses the definition then.")
          .fix("Choose other subnets.")
          .source("ovn-kubernetes: SubnetOverlapCheck")
          .example(example("layer2", "\"subnets\": \"100.64.8.0/24\""));

  static final Rule NOT_IN_TOPOLOGY =
      Rule.refused("KVN-A127", "Key that the topology does not take")
          .why("The controller refuses it, so that nobody counts on it.")
          .fix("Take it out.")
          .source(SOURCE)
          .example(example("localnet", "\"joinSubnet\": \"100.70.0.0/16\""));

  static final Rule PERSISTENT =
      Rule.refused("KVN-A128", "Persistent addresses in layer3")
          .why("Each node has a subnet of its own there, so an address can not move.")
          .fix("Take layer2 or localnet, or take allowPersistentIPs out.")
          .source(SOURCE)
          .example(example("layer3", "\"subnets\": \"10.1.0.0/16\", \"allowPersistentIPs\": true"));

  static final Rule NOTHING_PERSISTENT =
      Rule.warning("KVN-A129", "Persistent addresses without addresses")
          .why("OVN-Kubernetes keeps the addresses that it gives, and it gives none.")
          .fix("Add subnets, or take allowPersistentIPs out.")
          .source("ovn-kubernetes: docs, multi-homing")
          .example(example("layer2", "\"allowPersistentIPs\": true"));

  static final Rule TRANSPORT =
      Rule.refused("KVN-A130", "Transport that OVN-Kubernetes does not have")
          .why(
              "There are no-overlay and evpn; outboundSNAT, enabled or disabled, is for the first only.")
          .fix("Correct it, or leave it out for the usual overlay.")
          .source(SOURCE)
          .example(example("layer3", "\"subnets\": \"10.1.0.0/16\", \"transport\": \"vxlan\""));

  static final Rule VLAN =
      Rule.error("KVN-A131", "Localnet with a number that is not a VLAN id")
          .why("802.1Q has 1 to 4094; nobody looks before the port is made.")
          .fix("Choose the id that the switch carries, or leave vlanID out.")
          .source("IEEE 802.1Q; CRD UserDefinedNetwork")
          .example(example("localnet", "\"vlanID\": 5000"));

  static final Rule MAPPING =
      Rule.error("KVN-A132", "Physical network that no node can map")
          .why("The mappings of a node are one text with ':' and ',' between names.")
          .fix("Write the localnet that the policy of the nodes maps to a bridge.")
          .source("Open vSwitch: ovn-bridge-mappings; CRD UserDefinedNetwork")
          .example(example("localnet", "\"physicalNetworkName\": \"br0-network:br0\""));

  static final Rule RESERVED_NAME =
      Rule.refused("KVN-A133", "Network name that OVN-Kubernetes keeps for itself")
          .why(
              "The name makes the network; default and ovn-kubernetes are the cluster's own, and nobody fills in a missing one.")
          .fix("Set name to the name of the definition, or of the network that it joins.")
          .source("ovn-kubernetes: ValidateNetConfNameFields")
          .example(
              PluginCatalogue.example(
                      "\"type\": \"ovn-k8s-cni-overlay\", \"topology\": \"layer2\", \"netAttachDefName\": \"vms/lan\"")
                  .replace("\"name\": \"lan\"", "\"name\": \"default\""));

  static final Rule DEFAULT_NETWORK =
      Rule.error("KVN-A134", "OVN network without a topology")
          .why("OVN-Kubernetes takes it for the default network of the cluster then.")
          .fix("Set topology to layer2, layer3 or localnet.")
          .source("ovn-kubernetes: ParseNetConf")
          .example(
              PluginCatalogue.example(
                  "\"type\": \"ovn-k8s-cni-overlay\", \"netAttachDefName\": \"vms/lan\""));

  static final Rule SET_ASIDE =
      Rule.error("KVN-A135", "Addresses set aside that are not in the subnets")
          .why(
              "reservedSubnets and infrastructureSubnets are parts of the subnets; clusters with these features refuse the definition.")
          .fix("Correct the text.")
          .source("ovn-kubernetes: newLayer2NetConfInfo")
          .example(
              example(
                  "layer2", "\"subnets\": \"10.1.0.0/24\", \"reservedSubnets\": \"10.2.0.0/30\""));

  static final List<Rule> ALL =
      List.of(
          OWN_NAME,
          TOPOLOGY,
          ROLE,
          SUBNETS,
          OUTSIDE,
          OVERLAP,
          CLUSTER_OVERLAP,
          NOT_IN_TOPOLOGY,
          PERSISTENT,
          NOTHING_PERSISTENT,
          TRANSPORT,
          VLAN,
          MAPPING,
          RESERVED_NAME,
          DEFAULT_NETWORK,
          SET_ASIDE);
}
