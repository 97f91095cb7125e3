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

  public static final Rule BINDING =
      Rule.error("KVN-P012", "Binding that does not fit the attachment")
          .why(
              "sriov passes a device through: only an SR-IOV attachment has one to pass, and it needs that.")
          .fix("Leave binding out.")
          .source("KubeVirt user guide, SR-IOV; CNI plugin sriov")
          .example(
              """
              type: kubevirtnet:SriovNetwork
              name: fast
              properties: {namespace: vms, nodeSelector: {fast: ""}, device: {pfNames: [ens1f0], vfs: 4}}
              ---
              type: kubevirtnet:KubeVirtNodeType
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep, attachment: "${fast.attachment}", binding: bridge}
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
          .example(type(SIZE + ", podNetwork: keep, binding: bridge"));

  static final Rule MULTUS_DEFAULT =
      Rule.refused("KVN-P047", "Attachment that is to take the place of a network that stays")
          .why("KubeVirt refuses a machine with a Multus default network beside the pod network.")
          .fix("Set podNetwork to none, or leave multusDefault out.")
          .source("KubeVirt admitter: validateNetworks")
          .example(type(ON_LAN + ", multusDefault: true"));

  static final Rule BINDING_CHOICE =
      Rule.refused("KVN-P048", "Binding said in two places")
          .why("An interface has one binding, and the last one to be merged would silently win.")
          .fix("Keep one of binding, plugin and pluginName, and none in interfaceTemplate.")
          .source("KubeVirt admitter: validateInterfaceBinding")
          .example(type(ON_LAN + ", binding: bridge, pluginName: passt"));

  static final Rule GUEST_CHOICE =
      Rule.refused("KVN-P049", "Data for the guest said twice")
          .why("The platform takes one of them, and says nothing of the others.")
          .fix("Keep one of the two.")
          .source(PLATFORM + ": network-data, user-data")
          .example(type(ON_LAN + ", networkDataTemplate: lan, networkData: \"version: 2\""));

  static final Rule OTHER_POD_NETWORK =
      Rule.error("KVN-P095", "Pod network that is not as podNetwork says")
          .why(
              "The lists of a template are taken as they are: what podNetwork says has to be true of the machine that comes out.")
          .fix("Write the pod network into the template, or take it out.")
          .source(PLATFORM + ": mergeVirtualMachineTemplate")
          .example(
              """
              type: kubevirtnet:KubeVirtNodeType
              name: small
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep, attachmentName: vms/lan, mergeVirtualMachineTemplate: {metadata: {labels: {size: small}}}}
              ---
              type: kubevirtnet:KubeVirtNodeProvider
              properties: {cluster: host, namespace: vms, nodeTypes: ["${small.nodeType}"], virtualMachineTemplate: {spec: {template: {spec: {domain: {devices: {autoattachPodInterface: false}}}}}}}
              """);

  static final Rule TEMPLATE_CONFLICT =
      Rule.refused("KVN-P096", "Template that says what an input says")
          .why("Each thing is said in one place, so that nobody has to know which one wins.")
          .fix("Remove it from the template, or the input.")
          .source("schema.json")
          .example(
              type(
                  SIZE
                      + ", podNetwork: keep, virtualMachineTemplate: {spec: {template: {spec: {networks: [{name: default, multus: {networkName: vms/lan}}]}}}}"));

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
          BINDING,
          OWNED_PROPERTY,
          ATTACHMENT_CHOICE,
          NO_NETWORK,
          DEFAULT_WITHOUT_ADDRESS,
          NO_EFFECT,
          MULTUS_DEFAULT,
          BINDING_CHOICE,
          GUEST_CHOICE,
          OTHER_POD_NETWORK,
          TEMPLATE_CONFLICT,
          OTHER_NAMESPACE);
}
