package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/**
 * What can be wrong with the network settings of a KubeVirt, of which KubeVirt checks next to none.
 */
public final class ClusterCatalogue {
  private ClusterCatalogue() {}

  private static final String SETTINGS = "KubeVirt: cluster configuration";
  private static final String GATES = "KubeVirt: feature gates";
  private static final String PLUGINS = "KubeVirt: network binding plugins";

  static final Rule DEFAULT_INTERFACE =
      Rule.error("KVN-V101", "Default interface that is none")
          .why(
              "The API server takes it, and then KubeVirt's components ignore the whole configuration and keep the one before.")
          .fix("Write bridge or masquerade.")
          .source(SETTINGS)
          .example(Manifest.kubeVirt("network: {defaultNetworkInterface: passtBinding}"));

  static final Rule DEFAULT_SLIRP =
      Rule.error("KVN-V102", "Default interface that KubeVirt has removed")
          .why("Every machine without networks of its own is refused then.")
          .fix("Write masquerade or bridge.")
          .source(SETTINGS)
          .example(Manifest.kubeVirt("network: {defaultNetworkInterface: slirp}"));

  static final Rule DEFAULT_FORBIDDEN =
      Rule.warning("KVN-V103", "Default interface that is forbidden")
          .why(
              "The default is a bridge on the pod network; where that is forbidden, every machine without networks of its own is refused.")
          .fix("Set defaultNetworkInterface to masquerade.")
          .source(SETTINGS)
          .example(Manifest.kubeVirt("network: {permitBridgeInterfaceOnPodNetwork: false}"));

  static final Rule PERMIT_SLIRP =
      Rule.warning("KVN-V104", "Permission for what KubeVirt has removed")
          .why("Slirp is gone since 1.3, and the field has no effect.")
          .fix("Take it out.")
          .source(SETTINGS)
          .example(Manifest.kubeVirt("network: {permitSlirpInterface: true}"));

  static final Rule GATE_TWICE =
      Rule.refused("KVN-V105", "Feature gate that is on and off")
          .why("KubeVirt refuses such a change; where it was there before, on counts.")
          .fix("Take it out of one of the lists.")
          .source("KubeVirt admitter: KubeVirt")
          .example(
              Manifest.kubeVirt(
                  "developerConfiguration: {featureGates: [PasstBinding], disabledFeatureGates: [PasstBinding]}"));

  static final Rule GATE_NOT_NEEDED =
      Rule.info("KVN-V106", "Feature gate that is not needed")
          .why("What it switched on is there in any case, and can not be switched off.")
          .fix("Take it out.")
          .source(GATES)
          .example(
              Manifest.kubeVirt("developerConfiguration: {featureGates: [NetworkBindingPlugins]}"));

  static final Rule GATE_GONE =
      Rule.warning("KVN-V107", "Feature gate for what KubeVirt has given up")
          .why("What it switched on is gone, or will go with one of the next releases.")
          .fix("Take it out.")
          .source(GATES)
          .example(Manifest.kubeVirt("developerConfiguration: {featureGates: [Macvtap]}"));

  static final Rule GATE_UNKNOWN =
      Rule.warning("KVN-V108", "Feature gate that does not exist")
          .why("KubeVirt does not know it in this release, so it has no effect.")
          .fix("Correct the name, or take it out.")
          .source(GATES)
          .example(Manifest.kubeVirt("developerConfiguration: {featureGates: [PasstBindings]}"));

  static final Rule PLUGIN =
      Rule.error("KVN-V109", "Binding plugin that can not work")
          .why(
              "KubeVirt does not check what is registered, and fails when a machine wants to use it.")
          .fix("Correct it.")
          .source(PLUGINS)
          .example(
              Manifest.kubeVirt(
                  "network: {binding: {macvtap: {networkAttachmentDefinition: default/macvtap, domainAttachmentType: Tap}}}"));

  public static final List<Rule> ALL =
      List.of(
          DEFAULT_INTERFACE,
          DEFAULT_SLIRP,
          DEFAULT_FORBIDDEN,
          PERMIT_SLIRP,
          GATE_TWICE,
          GATE_NOT_NEEDED,
          GATE_GONE,
          GATE_UNKNOWN,
          PLUGIN);
}
