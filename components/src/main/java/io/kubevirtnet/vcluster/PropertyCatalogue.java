package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with a property of the platform. */
public final class PropertyCatalogue {
  private PropertyCatalogue() {}

  /** A complete node type but for what an example adds or changes. */
  private static String type(String properties) {
    return "type: kubevirtnet:KubeVirtNodeType\nproperties: {" + properties + "}\n";
  }

  private static final String SIZE = "resources: {cpu: \"2\", memory: 4Gi}";
  private static final String ON_LAN = SIZE + ", podNetwork: keep, attachmentName: vms/lan";
  private static final String PLATFORM = "vCluster Platform, KubeVirt node provider";

  public static final Rule ATTACHMENT_NAME =
      Rule.refused("KVN-P004", "Reference to an attachment that Multus can not read")
          .why(
              "It is namespace/name, or the bare name in the namespace of the virtual machines; as default network Multus looks a bare name up in kube-system.")
          .fix("Write namespace/name.")
          .source("Multus: parsePodNetworkObjectName, multusNamespace")
          .example(type(SIZE + ", podNetwork: keep, attachmentName: vms/lan/a"));

  public static final Rule QUANTITY =
      Rule.refused("KVN-P006", "Text that is not an amount")
          .why("Kubernetes takes quantities such as 2, 500m, 4Gi, more than 0.")
          .fix("Write for example \"4Gi\".")
          .source("Kubernetes resource.ParseQuantity")
          .example(type("resources: {cpu: \"2\", memory: 4GB}, podNetwork: keep"));

  public static final Rule IMAGE =
      Rule.refused("KVN-P007", "Image that the platform can not fetch")
          .why(
              "It knows docker://, https:// and http://, and fails each machine with \"unsupported image URL scheme\" otherwise.")
          .fix("Write for example docker://quay.io/containerdisks/ubuntu:22.04.")
          .source(PLATFORM + ": image-url")
          .example(
              type(SIZE + ", podNetwork: keep, image: {url: \"quay.io/x\", rootDiskSize: 20Gi}"));

  public static final Rule CIDR =
      Rule.refused("KVN-P008", "Network that is not in CIDR notation")
          .why("Addresses are given out of a network, with the length of its prefix.")
          .fix("Write for example 10.100.0.0/24.")
          .source(PLATFORM + ": network-cidr")
          .example(
              type(ON_LAN + ", guestAddresses: {cidr: 10.100.0.0, nameservers: [10.100.0.2]}"));

  public static final Rule RANGE =
      Rule.refused("KVN-P009", "Range that gives no addresses")
          .why(
              "A range is first-last inside cidr, first not above last, and no address in two ranges.")
          .fix("Correct the range.")
          .source(PLATFORM + ": network-ip-range")
          .example(
              type(
                  ON_LAN
                      + ", guestAddresses: {cidr: 10.100.0.0/24, ranges: [10.100.0.9-10.100.0.5], nameservers: [10.100.0.2]}"));

  public static final Rule GATEWAY =
      Rule.refused("KVN-P010", "Gateway that guests can not reach, or would be given")
          .why("The router is an address inside cidr that no guest gets.")
          .fix("Write the router's address, and keep it out of ranges.")
          .source(PLATFORM + ": network-cidr")
          .example(
              type(
                  SIZE
                      + ", podNetwork: none, attachmentName: vms/lan, guestAddresses: {cidr: 10.100.0.0/24, gateway: 10.200.0.1, nameservers: [10.100.0.2]}"));

  public static final Rule NAMESERVER =
      Rule.refused("KVN-P011", "Nameservers missing or not addresses")
          .why("The platform requires network-nameservers with network-cidr, as IP addresses.")
          .fix("List the IP address of at least one DNS server.")
          .source(PLATFORM + ": network-nameservers")
          .example(type(ON_LAN + ", guestAddresses: {cidr: 10.100.0.0/24, nameservers: [dns]}"));

  public static final Rule TOO_FEW_ADDRESSES =
      Rule.warning("KVN-P018", "Fewer addresses than machines")
          .why("The machines that get none never join.")
          .fix("Widen the ranges or lower maxCapacity.")
          .source(PLATFORM + ": built-in address management")
          .example(
              type(
                  ON_LAN
                      + ", maxCapacity: 50, guestAddresses: {cidr: 10.100.0.0/24, ranges: [10.100.0.10-10.100.0.19], nameservers: [10.100.0.2]}"));

  public static final Rule PROPERTY_LABEL =
      Rule.error("KVN-P019", "Property that can not become a label")
          .why(
              "The platform sets properties as labels of the nodes: keys and values follow label syntax, at most 63 characters.")
          .fix("Shorten it, or use one of the platform's own keys.")
          .source(PLATFORM + ": properties")
          .example(type(SIZE + ", podNetwork: keep, properties: {owner: \"team a\"}"));

  public static final Rule TWO_DEFAULT_ROUTES =
      Rule.warning("KVN-P020", "Two default routes in the guest")
          .why(
              "The pod network brings one by DHCP and gateway brings another; which one wins is up to the guest.")
          .fix("Leave the router out when the nodes reach the world over the pod network.")
          .source("cloud-init network-config v2")
          .example(
              type(
                  ON_LAN
                      + ", guestAddresses: {cidr: 10.100.0.0/24, gateway: 10.100.0.1, nameservers: [10.100.0.2]}"));

  public static final List<Rule> ALL =
      List.of(
          ATTACHMENT_NAME,
          QUANTITY,
          IMAGE,
          CIDR,
          RANGE,
          GATEWAY,
          NAMESERVER,
          TOO_FEW_ADDRESSES,
          PROPERTY_LABEL,
          TWO_DEFAULT_ROUTES);
}
