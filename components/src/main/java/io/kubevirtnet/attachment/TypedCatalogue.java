package io.kubevirtnet.attachment;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with typed inputs of attachments before anything stands in a definition. */
public final class TypedCatalogue {
  private TypedCatalogue() {}

  static final Rule PLUG_CHOICE =
      Rule.refused("KVN-A170", "Attachment that plugs into nothing, or into two things")
          .why("An attachment plugs into exactly one thing.")
          .fix(
              "Set one of linuxBridge, ovs, ovnLayer2, ovnLocalnet, sriov, macvtap, macvlan, ipvlan, hostDevice, raw and rawConfig.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms}
              """);

  static final Rule TRUNK =
      Rule.refused("KVN-A171", "Trunk entry that is no VLAN")
          .why("A trunk lists ids such as 101 and ranges such as 200-500.")
          .fix("Write a number, or two with a hyphen between them.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1, trunk: ["100,200"]}}
              """);

  static final Rule IPAM_CHOICE =
      Rule.refused("KVN-A172", "Addresses from two sources, or from none")
          .why("A plugin asks exactly one IPAM plugin.")
          .fix(
              "Set one of dhcp, fixedAddresses, hostLocal and whereabouts; leave ipam out for layer 2 only.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}, ipam: {}}
              """);

  static final Rule RESOURCE_CHOICE =
      Rule.refused("KVN-A173", "Resource said twice")
          .why("A pod with the attachment asks for one resource.")
          .fix("Set resourceName alone, or what it follows from.")
          .source("Multus: k8s.v1.cni.cncf.io/resourceName")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, macvtap: {device: dataplane}, resourceName: macvtap.network.kubevirt.io/other}
              """);

  static final Rule NO_EFFECT =
      Rule.refused("KVN-A174", "Input without effect")
          .why("What it stands for is said elsewhere, so it would be dropped.")
          .fix("Remove it, or write it there.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, raw: {type: bridge, bridge: br1, disableContainerInterface: true}, capabilities: {mac: true}}
              """);

  static final Rule API =
      Rule.refused("KVN-A175", "User defined network without OVN")
          .why("Only OVN-Kubernetes makes definitions from UserDefinedNetworks.")
          .fix("Use ovnLayer2 or ovnLocalnet, or leave api out.")
          .source("OVN-Kubernetes: UserDefinedNetwork")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}, api: userDefinedNetwork}
              """);

  static final Rule USER_DEFINED_NETWORK =
      Rule.refused("KVN-A176", "User defined network that its CRD refuses")
          .why("The API server checks it against the rules of its CRD.")
          .fix("Change it, or leave api out to write the definition itself.")
          .source("OVN-Kubernetes: CRDs UserDefinedNetwork and ClusterUserDefinedNetwork")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, api: userDefinedNetwork, ovnLayer2: {mtu: 400}}
              """);

  static final Rule BANDWIDTH =
      Rule.refused("KVN-A179", "Bandwidth that is no number of bits")
          .why("Limits are whole numbers of bits, with the suffixes of Kubernetes quantities.")
          .fix("Write for example 100M or 5G.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: web, purpose: pods, linuxBridge: {bridgeName: br1}, bandwidth: {ingressRate: 100Mbit, ingressBurst: 200M}}
              """);

  static final Rule RESOURCE_NAME =
      Rule.refused("KVN-A180", "Impossible resource name")
          .why("Resources of device plugins are called prefix/name.")
          .fix("Write it as the allocatable resources of a node have it.")
          .source("API server: qualified names of extended resources")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, sriov: {}, resourceName: fast}
              """);

  static final Rule METADATA =
      Rule.refused("KVN-A181", "Label or annotation that can not be set")
          .why("Keys and values have the form of Kubernetes, and some keys belong to others.")
          .fix("Write prefix/name with letters, digits, '-', '_' and '.'.")
          .source("API server: labels and annotations; Multus; OVN-Kubernetes")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}, labels: {team: "our team"}}
              """);

  public static final List<Rule> ALL =
      List.of(
          PLUG_CHOICE,
          TRUNK,
          IPAM_CHOICE,
          RESOURCE_CHOICE,
          NO_EFFECT,
          API,
          USER_DEFINED_NETWORK,
          BANDWIDTH,
          RESOURCE_NAME,
          METADATA);
}
