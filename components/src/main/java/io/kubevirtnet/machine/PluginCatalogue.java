package io.kubevirtnet.machine;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with a binding plugin, or with KubeVirt's settings for networks. */
public final class PluginCatalogue {
  private PluginCatalogue() {}

  static final Rule NAME =
      Rule.error("KVN-V110", "Impossible name of a binding plugin")
          .why(
              "Machines ask for a plugin by this name, letter for letter. KubeVirt takes any text, but one with slashes or quotes breaks the patches of others.")
          .fix("Use lower case letters, digits and '-', at most 63.")
          .source("KubeVirt: spec.configuration.network.binding; HyperConverged: l2bridge")
          .example(
              """
              type: kubevirtnet:BindingPlugin
              properties: {name: My_Plugin, attachmentType: tap}
              """);

  static final Rule NO_WAY =
      Rule.error("KVN-V111", "Binding plugin that attaches nothing")
          .why(
              "KubeVirt gives the guest an interface for an attachmentType only; without, the sidecar has to do it.")
          .fix("Set attachmentType, sidecarImage or both.")
          .source("KubeVirt: domainspec, netbinding")
          .example(
              """
              type: kubevirtnet:BindingPlugin
              name: mine
              properties: {attachmentName: default/mine}
              """);

  static final Rule DEFINITION_CHOICE =
      Rule.refused("KVN-V112", "Binding plugin with several definitions")
          .why("A plugin names one definition.")
          .fix("Set one of attachment, attachmentName and cni.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:BindingPlugin
              name: mine
              properties: {attachmentType: tap, attachmentName: default/mine, cni: {program: mine, namespace: default}}
              """);

  static final Rule REFERENCE =
      Rule.error("KVN-V113", "Reference that can lead nowhere")
          .why(
              "An object is found by a name that the API server takes, a CNI program by its bare file name, an image by a reference without blanks.")
          .fix("Write the name of what is there.")
          .source("API server: DNS-1123; libcni: invalid plugin name; container runtime")
          .example(
              """
              type: kubevirtnet:BindingPlugin
              name: mine
              properties: {attachmentType: tap, attachmentName: default/mine/too}
              """);

  static final Rule MEMORY =
      Rule.refused("KVN-V114", "Impossible amount of memory")
          .why("The KubeVirt object takes Kubernetes quantities; nothing or less adds no memory.")
          .fix("Write a quantity such as 250Mi.")
          .source("KubeVirt: computeResourceOverhead; API server: quantity")
          .example(
              """
              type: kubevirtnet:BindingPlugin
              name: mine
              properties: {attachmentType: tap, memoryOverhead: 250 MB}
              """);

  static final Rule DEFAULT_FORBIDDEN =
      Rule.error("KVN-V115", "Default binding that is forbidden")
          .why(
              "KubeVirt gives machines without networks the default binding, and then refuses each of them: bridge interface is not enabled in kubevirt-config.")
          .fix("Set defaultBinding to masquerade.")
          .source("KubeVirt: SetDefaultNetworkInterface")
          .example(
              """
              type: kubevirtnet:KubeVirtNetworkSettings
              properties: {permitBridgeOnPodNetwork: false}
              """);

  public static final Rule ANNOTATION_TWICE =
      Rule.refused("KVN-V116", "Two makers of the patch for KubeVirt")
          .why(
              "The annotation kubevirt.kubevirt.io/jsonpatch of HyperConverged is one text with all patches; the second would take away those of the first.")
          .fix(
              "Write plugins with configurationOwner hyperConverged, which needs no annotation, and settings in one place.")
          .source("HyperConverged: applyAnnotationPatch; server-side apply")
          .example(
              """
              type: kubevirtnet:KubeVirtNetworkSettings
              name: settings
              properties: {configurationOwner: hyperConverged, defaultBinding: masquerade}
              ---
              type: kubevirtnet:BindingPlugin
              name: mine
              properties: {configurationOwner: hyperConvergedAnnotation, attachmentType: tap}
              """);

  static final Rule CONDITIONS =
      Rule.warning("KVN-V117", "Known plugin without what it needs")
          .why("KubeVirt's own plugins work under conditions that nothing checks.")
          .fix("Register it as its documents do.")
          .source("KubeVirt user guide: passt, macvtap; network-passt-binding; netpod")
          .example(
              """
              type: kubevirtnet:BindingPlugin
              name: macvtap
              properties: {attachmentType: managedTap}
              """);

  static final Rule OUTLIVED =
      Rule.info("KVN-V118", "What KubeVirt has by itself by now")
          .why("Some bindings began as plugins and came into KubeVirt itself.")
          .fix("Use the binding of KubeVirt in new machines.")
          .source("KubeVirt user guide: passtBinding")
          .example(
              """
              type: kubevirtnet:BindingPlugin
              name: passt
              properties:
                sidecarImage: quay.io/kubevirt/network-passt-binding:v1.9.0
                cni: {program: kubevirt-passt-binding, namespace: default}
                migration: supported
                memoryOverhead: 250Mi
              """);

  public static final Rule UNREACHABLE =
      Rule.warning("KVN-V119", "Plugin that not every machine reaches")
          .why(
              "This cluster's Multus gives machines the definitions of their own namespace and of the global ones only, and KubeVirt adds the plugin's to each machine that has it.")
          .fix("Make the definition in a global namespace, such as default.")
          .source("Multus: namespaceIsolation, globalNamespaces")
          .example(
              """
              config: {namespaceIsolation: true}
              ---
              type: kubevirtnet:BindingPlugin
              name: mine
              properties: {attachmentType: tap, cni: {program: mine, namespace: kubevirt}}
              """);

  public static final List<Rule> ALL =
      List.of(
          NAME,
          NO_WAY,
          DEFINITION_CHOICE,
          REFERENCE,
          MEMORY,
          DEFAULT_FORBIDDEN,
          ANNOTATION_TWICE,
          CONDITIONS,
          OUTLIVED,
          UNREACHABLE);
}
