package io.kubevirtnet.machine;

import io.kubevirtnet.enums.DefaultBinding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.spec.KubeVirtNetworkSettingsSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;

/** KubeVirt's settings for the networks of all machines. */
public record NetworkSettings(KubeVirtNetworkSettingsSpec spec) {

  public ConfigurationPlace place() {
    return new ConfigurationPlace(
        spec.kubevirtNamespace(),
        spec.kubevirtName(),
        spec.configurationOwner(),
        spec.hyperConvergedNamespace());
  }

  public void check(ClusterConfiguration cluster, Report report) {
    place().check(report);
    spec.permitBridgeOnPodNetwork()
        .known()
        .filter(permitted -> !permitted)
        .ifPresent(no -> refuseBridge(cluster, report));
  }

  /**
   * KubeVirt would then refuse each machine that names no network. HyperConverged always sets
   * another default.
   */
  private void refuseBridge(ClusterConfiguration cluster, Report report) {
    boolean bridge =
        spec.defaultBinding().isAbsent()
            ? cluster.defaultInterface().equals(DefaultBinding.Bridge.wire())
                && !place().isHyperConverged()
            : spec.defaultBinding().known().filter(DefaultBinding.Bridge::equals).isPresent();
    if (bridge) {
      report.add(
          PluginCatalogue.DEFAULT_FORBIDDEN,
          spec.permitBridgeOnPodNetwork().path(),
          "The default binding stays bridge, which is forbidden with this.");
    }
  }

  /** The object with these settings alone. */
  public Fields object() {
    return place()
        .settings(
            Tree.fields()
                .with("defaultNetworkInterface", spec.defaultBinding())
                .with("permitBridgeInterfaceOnPodNetwork", spec.permitBridgeOnPodNetwork()));
  }
}
