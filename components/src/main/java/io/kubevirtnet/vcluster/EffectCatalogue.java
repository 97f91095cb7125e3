package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with what properties do to a machine. */
public final class EffectCatalogue {
  private EffectCatalogue() {}

  private static final String PLATFORM = "vCluster Platform, KubeVirt node provider";

  public static final Rule NO_EFFECT =
      Rule.warning("KVN-P056", "Property without effect")
          .why("The platform reads it only together with others, or reads another one first.")
          .fix("Remove it, or what keeps it from being read.")
          .source(PLATFORM + ": properties")
          .example(ProviderExample.properties("kv/interface-binding: sriov"));

  public static final Rule ON_POD_NETWORK =
      Rule.warning("KVN-P057", "Address for a machine on the pod network alone")
          .why("The pod network gives each machine its address, and knows no other.")
          .fix("Set network-attachment-definition, or remove the addresses.")
          .source(PLATFORM + ": network-cidr")
          .example(
              ProviderExample.properties(
                  "kv/network-cidr: 10.100.0.0/24, kv/network-nameservers: 10.100.0.2, kv/network-interface: enp1s0"));

  public static final Rule POD_NETWORK_LOST =
      Rule.warning("KVN-P059", "Machine that loses the pod network")
          .why(
              "KubeVirt adds the pod network by itself only to a machine without any; the injected one keeps it away.")
          .fix(
              "Write the pod network and its interface into the template, or set multus-default or autoattachPodInterface: false to say that it is meant.")
          .source("KubeVirt: SetDefaultNetworkInterface")
          .example(
              ProviderExample.of(
                  "{domain: {resources: {requests: {cpu: \"2\", memory: 4Gi}}}}",
                  "properties: {kv/network-attachment-definition: vms/lan}"));

  public static final Rule OTHER_CARD =
      Rule.error("KVN-P060", "Addresses for another card")
          .why("The guest configures the card of this name, and the attachment is on another one.")
          .fix("Write the name of the attachment's card.")
          .source(PLATFORM + ": network-interface")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/network-cidr: 10.100.0.0/24, kv/network-nameservers: 10.100.0.2"));

  public static final Rule SAME_ADDRESS =
      Rule.warning("KVN-P050", "Address that every machine has")
          .why("Network data is the same for all machines of a node type.")
          .fix(
              "Let the platform give addresses with network-cidr, or use a MachineConfigTemplate with {{ .Values.AllocatedIP }}.")
          .source(PLATFORM + ": network-data")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/network-data: dmVyc2lvbjogMgpldGhlcm5ldHM6IHtlbnAyczA6IHthZGRyZXNzZXM6IFsxMC4xMDAuMC41LzI0XX19Cg=="));

  public static final Rule SAME_MAC =
      Rule.error("KVN-P070", "MAC address that every machine has")
          .why(
              "The template is the same for all machines of a node type, and a network takes one MAC address for one card.")
          .fix("Leave macAddress out, so that KubeVirt chooses one for each.")
          .source("KubeVirt VirtualMachineInstance API")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/interface-template: \"{macAddress: '02:00:00:00:00:01'}\""));

  public static final Rule MASQUERADE =
      Rule.warning("KVN-P071", "Masquerade between nodes and pod network")
          .why(
              "Behind a masquerade every guest has the same address, 10.0.2.2, so that nodes can not be told from one another.")
          .fix("Write bridge: {} in its place.")
          .source("KubeVirt user guide: masquerade")
          .example(
              ProviderExample.of(
                  "{domain: {devices: {interfaces: [{name: default, masquerade: {}}]}, resources: {requests: {cpu: \"2\", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}",
                  "maxCapacity: 3"));

  public static final Rule SHARED_DISK =
      Rule.warning("KVN-P072", "Disk that all machines share")
          .why(
              "The platform gives each machine DataVolumes of its own only for dataVolumeTemplates; a volume by its name is the same for all.")
          .fix("Make it a dataVolumeTemplate, or set the image by properties.")
          .source(PLATFORM + ": dataVolumeTemplates")
          .example(
              ProviderExample.of(
                  "{domain: {devices: {disks: [{name: data, disk: {bus: virtio}}], interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: \"2\", memory: 4Gi}}}, networks: [{name: default, pod: {}}], volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]}",
                  "maxCapacity: 3"));

  public static final Rule MANY_NAMESPACES =
      Rule.warning("KVN-P058", "Name that is looked up in every tenant's namespace")
          .why(
              "With the strategy VirtualCluster each machine is in the namespace of its tenant, and a name without namespace means another object in each.")
          .fix("Write namespace/name, or make the object in every namespace of a tenant.")
          .source(PLATFORM + ": namespaceStrategy")
          .example(
              ProviderExample.kubeVirt(
"""
    namespaceStrategy: VirtualCluster
    virtualMachineTemplate: {spec: {template: {spec: {domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: "2", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}}}}
    nodeTypes: [{name: small, properties: {kubevirt.vcluster.com/network-attachment-definition: lan}}]
"""));

  public static final List<Rule> ALL =
      List.of(
          NO_EFFECT,
          ON_POD_NETWORK,
          POD_NETWORK_LOST,
          OTHER_CARD,
          SAME_ADDRESS,
          SAME_MAC,
          MASQUERADE,
          SHARED_DISK,
          MANY_NAMESPACES);
}
