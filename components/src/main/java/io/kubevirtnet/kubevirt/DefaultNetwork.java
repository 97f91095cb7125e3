package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;

/** KubeVirt: vmispec/defaults.go. The interface and network that a machine without any gets. */
final class DefaultNetwork {
  private DefaultNetwork() {}

  /** Nothing is told when KubeVirt has none to add. */
  static Truth isAdded(Wiring wiring, MachineKind kind) {
    var attach = wiring.spec.get("domain", "devices").get("autoattachPodInterface");
    var interfaces = Wiring.interfaces(wiring.spec);
    var networks = Wiring.networks(wiring.spec);
    if (!kind.isDefaulted()
        || attach.isFalse()
        || !wiring.nics.isEmpty()
        || !wiring.nets.isEmpty()) {
      return Truth.NO;
    }
    boolean open = attach.isOpen() || interfaces.isOpen() || networks.isOpen();
    return open || attach.isMissing() && wiring.hasPreference ? Truth.OPEN : Truth.YES;
  }

  /** False when the default is one that KubeVirt does not make. */
  static boolean passes(Wiring wiring, Truth added, Admission admission) {
    if (added != Truth.YES || wiring.config.open()) {
      return true;
    }
    var binding = wiring.config.defaultInterface();
    if (binding.equals(ClusterConfiguration.BRIDGE) && !wiring.config.permitBridge()) {
      refuse(
          SpecCatalogue.DEFAULT_BRIDGE,
          "The machine has no network, and the bridge that it would get is forbidden.",
          wiring,
          "bridge interface is not enabled in kubevirt-config",
          admission);
      return false;
    }
    if (binding.equals(ClusterConfiguration.SLIRP)) {
      refuse(
          SpecCatalogue.DEFAULT_SLIRP,
          "The machine has no network, and slirp, which it would get, is gone.",
          wiring,
          "slirp interface is deprecated as of v1.3",
          admission);
      return false;
    }
    return true;
  }

  private static void refuse(
      Rule rule, String what, Wiring wiring, String message, Admission admission) {
    admission.refuse(rule, wiring.spec, what, rule.fix(), Cause.BAD_REQUEST, "", message);
  }
}
