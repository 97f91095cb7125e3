package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with a node type or a node provider. */
public final class PlatformCatalogue {
  private PlatformCatalogue() {}

  /** A complete node type but for what an example adds or changes. */
  private static String type(String properties) {
    return "type: kubevirtnet:KubeVirtNodeType\nproperties: {" + properties + "}\n";
  }

  private static final String SIZE = "resources: {cpu: \"2\", memory: 4Gi}";
  private static final String ON_LAN = SIZE + ", podNetwork: keep, attachmentName: vms/lan";
  private static final String PLATFORM = "vCluster Platform, KubeVirt node provider";

  public static final Rule NAME =
      Rule.refused("KVN-P001", "Name that the platform refuses")
          .why("It becomes the name of an object: lower case letters, digits and '-'.")
          .fix("Set name.")
          .source("API server: RFC 1123")
          .example(type("name: Big_VM, " + SIZE + ", podNetwork: keep"));

  public static final Rule PLACE =
      Rule.refused("KVN-P002", "Cluster or namespace that can not exist")
          .why("The platform looks both up by these names, and does not let them change later.")
          .fix("Write them as the platform lists them.")
          .source(PLATFORM + ": clusterRef")
          .example(
              """
              type: kubevirtnet:KubeVirtNodeType
              name: small
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep}
              ---
              type: kubevirtnet:KubeVirtNodeProvider
              properties: {cluster: "", namespace: vms, nodeTypes: ["${small.nodeType}"]}
              """);

  public static final Rule NODE_TYPES =
      Rule.refused("KVN-P003", "Node types missing or listed twice")
          .why("A provider makes nodes of its types, and each type is an object of its name.")
          .fix("List every node type once.")
          .source(PLATFORM + ": nodeTypes")
          .example(
              """
              type: kubevirtnet:KubeVirtNodeProvider
              properties: {cluster: host, namespace: vms, nodeTypes: []}
              """);

  public static final Rule ATTACHMENT_NAME =
      Rule.refused("KVN-P004", "Reference to an attachment that Multus can not read")
          .why(
              "It is namespace/name, or the bare name in the namespace of the virtual machines; as default network Multus looks a bare name up in kube-system.")
          .fix("Write namespace/name.")
          .source("Multus: parsePodNetworkObjectName, multusNamespace")
          .example(type(SIZE + ", podNetwork: keep, attachmentName: vms/lan/a"));

  public static final Rule COUNT =
      Rule.refused("KVN-P005", "Count below 1")
          .why("The platform reads 0 as not set, so the limit would be gone.")
          .fix("Write 1 or more, or leave it out.")
          .source(PLATFORM + ": maxCapacity, cost")
          .example(type(SIZE + ", podNetwork: keep, maxCapacity: 0"));

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
          .why("Addresses are given out of a network and its prefix length, without host bits.")
          .fix("Write for example 10.100.0.0/24; the router goes into gateway.")
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

  public static final Rule BINDING =
      Rule.error("KVN-P012", "Binding that does not fit the attachment")
          .why(
              "sriov passes a device through: only an SR-IOV attachment has one to pass, and it needs that.")
          .fix("Leave binding out.")
          .source("KubeVirt user guide, SR-IOV; CNI plugin sriov")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              name: lan
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}}
              ---
              type: kubevirtnet:KubeVirtNodeType
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep, attachment: "${lan.attachment}", binding: sriov}
              """);

  public static final Rule OWNED_PROPERTY =
      Rule.refused("KVN-P013", "Property that an input makes already")
          .why("One of the two would silently win.")
          .fix("Use the input, and remove the property.")
          .source("schema.json")
          .example(
              type(
                  SIZE
                      + ", podNetwork: keep, properties: {kubevirt.vcluster.com/multus-default: \"true\"}"));

  public static final Rule ATTACHMENT_CHOICE =
      Rule.refused("KVN-P014", "Attachment said twice")
          .why("The platform injects one attachment, called multus.")
          .fix("Keep attachment, or attachmentName for one made elsewhere.")
          .source(PLATFORM + ": network-attachment-definition")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              name: lan
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}}
              ---
              type: kubevirtnet:KubeVirtNodeType
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep, attachment: "${lan.attachment}", attachmentName: vms/lan}
              """);

  public static final Rule NO_NETWORK =
      Rule.error("KVN-P015", "Machine without any network")
          .why("Without the pod network and without an attachment the node can never join.")
          .fix("Set attachment, or podNetwork to keep.")
          .source("KubeVirt: multus default network")
          .example(type(SIZE + ", podNetwork: none"));

  public static final Rule DEFAULT_WITHOUT_ADDRESS =
      Rule.error("KVN-P016", "Default network that gives no address")
          .why(
              "A Multus default network must return an IP address; this attachment is layer 2 only, so the pod fails to start.")
          .fix("Set podNetwork to keep.")
          .source("KubeVirt user guide: Multus as primary network provider")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              name: lan
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}}
              ---
              type: kubevirtnet:KubeVirtNodeType
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: none, attachment: "${lan.attachment}"}
              """);

  public static final Rule NO_EFFECT =
      Rule.error("KVN-P017", "Input that has no effect without an attachment")
          .why("The platform reads it only when it injects an attachment.")
          .fix("Set attachment, or remove it.")
          .source(PLATFORM + ": network-attachment-definition")
          .example(
              type(
                  SIZE
                      + ", podNetwork: keep, guestAddresses: {cidr: 10.100.0.0/24, nameservers: [10.100.0.2]}"));

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
          .fix("Leave gateway out when the nodes reach the world over the pod network.")
          .source("cloud-init network-config v2")
          .example(
              type(
                  ON_LAN
                      + ", guestAddresses: {cidr: 10.100.0.0/24, gateway: 10.100.0.1, nameservers: [10.100.0.2]}"));

  public static final Rule OTHER_NAMESPACE =
      Rule.warning("KVN-P021", "Attachment of another namespace")
          .why("Multus refuses it where namespaceIsolation is on, as on OpenShift.")
          .fix("Add the provider's namespace to the attachment's namespaces.")
          .source("Multus: namespaceIsolation")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              name: lan
              properties: {namespace: other, linuxBridge: {bridgeName: br1}}
              ---
              type: kubevirtnet:KubeVirtNodeType
              name: small
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep, attachment: "${lan.attachment}"}
              ---
              type: kubevirtnet:KubeVirtNodeProvider
              properties: {cluster: host, namespace: vms, nodeTypes: ["${small.nodeType}"]}
              """);

  public static final List<Rule> ALL =
      List.of(
          NAME,
          PLACE,
          NODE_TYPES,
          ATTACHMENT_NAME,
          COUNT,
          QUANTITY,
          IMAGE,
          CIDR,
          RANGE,
          GATEWAY,
          NAMESERVER,
          BINDING,
          OWNED_PROPERTY,
          ATTACHMENT_CHOICE,
          NO_NETWORK,
          DEFAULT_WITHOUT_ADDRESS,
          NO_EFFECT,
          TOO_FEW_ADDRESSES,
          PROPERTY_LABEL,
          TWO_DEFAULT_ROUTES,
          OTHER_NAMESPACE);
}
