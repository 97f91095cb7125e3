package io.kubevirtnet.kubevirt;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** KubeVirt admitter: vmi-create-admitter.go. The order in which devices are asked to boot. */
final class BootRules {
  private BootRules() {}

  static void check(Wiring wiring, Admission admission) {
    Set<Long> taken = Set.of();
    for (var nic : wiring.nics) {
      var order = nic.place.get("bootOrder");
      if (!order.isThere()) {
        continue;
      }
      if (taken.isEmpty()) {
        taken = ofDisks(wiring.spec);
      }
      if (order.number() == 0) {
        // The admitter leaves out where the list is.
        var field = admission.root() + "[" + nic.place.index() + "]";
        admission.refuse(
            SpecCatalogue.BOOT_ZERO,
            order,
            "0 is no place in the order.",
            SpecCatalogue.BOOT_ZERO.fix(),
            Cause.INVALID,
            field + ".bootOrder",
            field + " must have a boot order > 0, if supplied");
      } else if (!taken.add(order.number())) {
        admission.refuse(
            SpecCatalogue.BOOT_TWICE,
            order,
            "Another device boots as number " + order.shown() + ".",
            Cause.INVALID,
            "Boot order for " + admission.field(order) + " already set for a different device.");
      }
    }
  }

  private static Set<Long> ofDisks(Place spec) {
    var taken = new HashSet<Long>();
    for (var disk : spec.get("domain", "devices").get("disks").items()) {
      var order = disk.get("bootOrder");
      if (order.isThere()) {
        taken.add(order.number());
      }
    }
    return taken;
  }

  /** KubeVirt admitter: amd64.go. An encrypted machine boots from no network. */
  static void encrypted(Wiring wiring, Admission admission) {
    var security = wiring.spec.get("domain", "launchSecurity");
    var architecture = wiring.spec.get("architecture");
    if (!security.isThere()
        || architecture.isOpen()
        || !architecture.is("") && !architecture.is("amd64")) {
      return;
    }
    var kind = kind(security);
    if (kind.isEmpty() || !isOn(kind, wiring.config)) {
      return;
    }
    for (var nic : wiring.nics) {
      var order = nic.place.get("bootOrder");
      if (order.isThere()) {
        admission.refuse(
            SpecCatalogue.BOOT_ENCRYPTED,
            order,
            "Interface \"" + nic.name.shown() + "\" of an encrypted machine is to boot it.",
            SpecCatalogue.BOOT_ENCRYPTED.fix(),
            Cause.INVALID,
            admission.root() + ".launchSecurity",
            kind + " does not work with bootable NICs: " + nic.name.shown());
      }
    }
  }

  /** Of none, or of several, the admitter says something else. */
  private static String kind(Place security) {
    var kind = "";
    for (var each : new String[] {"SEV", "SNP", "TDX"}) {
      var place = security.get(each.toLowerCase(Locale.ROOT));
      if (place.isOpen() || place.isSet() && !kind.isEmpty()) {
        return "";
      }
      kind = place.isSet() ? each : kind;
    }
    return kind;
  }

  private static boolean isOn(String kind, ClusterConfiguration config) {
    return !config.open()
        && config.isOn(
            kind.equals("TDX") ? FeatureGates.ENCRYPTION_TDX : FeatureGates.ENCRYPTION_SEV);
  }
}
