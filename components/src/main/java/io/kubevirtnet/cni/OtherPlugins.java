package io.kubevirtnet.cni;

import java.util.List;

/** The plugins that come from other projects than containernetworking. */
final class OtherPlugins {
  static final List<Plugin> MAIN =
      List.of(
          OvsPlugin.OVS,
          OvnPlugin.OVN,
          SriovPlugin.SRIOV,
          SriovPlugin.IB_SRIOV,
          MacvtapPlugin.MACVTAP,
          BondPlugin.BOND,
          KubeOvnPlugin.MAIN,
          FlannelPlugin.FLANNEL,
          CalicoPlugin.CALICO);

  static final List<Plugin> IPAM =
      List.of(WhereaboutsPlugin.WHEREABOUTS, KubeOvnPlugin.IPAM, CalicoPlugin.IPAM);

  private OtherPlugins() {}
}
