package io.kubevirtnet.vcluster;

/** What the platform's documents leave open, and what is taken to be so. */
public enum Assumption {
  ENVIRONMENT_RANK(
      "An environment's properties win over those of the node type, and a claim's over both."),
  OS_IMAGE_RANK(
      "What an OSImage says beside the source of the image wins over all other properties, too."),
  MERGED_PROPERTY(
      "merge-virtual-machine-template is merged into the template as a node type's"
          + " mergeVirtualMachineTemplate is, and after it."),
  DISK_NAMES(
      "Disks that the platform adds are shown as rootdisk, the first, and cloudinitdisk, the last;"
          + " DataVolume and Secret are called as the machine with that after it."),
  DATA_SOURCE_NAMESPACE(
      "A DataSource without a namespace is looked up in the provider's, clusterRef.namespace."),
  BINDING_OF_TEMPLATE(
      "interface-template is merged last, and a binding in it takes the place of any other one."),
  POD_NETWORK(
      "The platform adds no pod network beside the injected one, and KubeVirt adds it only to a"
          + " machine without any networks and interfaces."),
  INTERFACE_POSITION(
      "The injected network and interface come last; one that is called multus already is replaced"
          + " where it stands."),
  ATTACHMENT_NAMESPACE(
      "An attachment without a namespace is looked up in that of the machine, which is the tenant"
          + " cluster's."),
  POWER("A machine whose template does not say whether it runs is started."),
  NETWORK_DATA_TEXT(
      "Network data that the platform makes says what its sample of a MachineConfigTemplate says:"
          + " one address, the gateway and the nameservers of one interface."),
  ALLOCATED_ADDRESS(
      "Each machine gets an address of its own; the first that is free for machines is shown."),
  GATEWAY(
      "The host part of network-cidr is the gateway; where it has none, the guest gets no"
          + " gateway."),
  NETRIS_ATTACHMENT(
      "The platform makes the attachment in the namespace of the machine, called"
          + " netris-<provider>-<server cluster>."),
  NETRIS_NETWORK_DATA("Netris gives address and gateway, so the network data is not known here.");

  private final String text;

  Assumption(String text) {
    this.text = text;
  }

  /** As a sentence. */
  public String text() {
    return text;
  }
}
