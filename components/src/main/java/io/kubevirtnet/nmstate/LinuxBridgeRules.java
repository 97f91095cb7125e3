package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Optional;

/** Linux bridges: spanning tree, default VLAN, and the VLANs of their ports. */
final class LinuxBridgeRules {
  private static final long DEFAULT_PVID = 1;

  private final Iface bridge;
  private final Part options;
  private final Refusals refusals;

  private LinuxBridgeRules(Iface bridge, Refusals refusals) {
    this.bridge = bridge;
    this.options = bridge.part("bridge", "options");
    this.refusals = refusals;
  }

  static void check(Iface iface, Refusals refusals) {
    if (!iface.isType(Iface.LINUX_BRIDGE)) {
      return;
    }
    var rules = new LinuxBridgeRules(iface, refusals);
    rules.defaultVlan();
    rules.groupMask();
    rules.range("hello-time", "hello time", 1, 10);
    rules.range("max-age", "max age", 6, 40);
    rules.range("forward-delay", "forward delay", 2, 30);
    iface
        .part("bridge", "port")
        .items()
        .forEach(p -> PortVlanRules.check(p.get("vlan"), true, refusals));
  }

  private void defaultVlan() {
    var pvid = options.get("vlan-default-pvid");
    var ports = bridge.part("bridge", "port");
    boolean filters =
        ports.isOpen()
            || ports.items().stream()
                .map(p -> p.get("vlan").tree())
                .flatMap(Optional::stream)
                .anyMatch(v -> !(v instanceof Fields f) || !f.fields().isEmpty());
    if (pvid.number().filter(p -> p != DEFAULT_PVID).isPresent() && !filters) {
      refusals.add(
          InterfaceCatalogue.BRIDGE_OPTIONS,
          pvid,
          bridge.name() + " filters no VLANs.",
          "Linux bridge "
              + bridge.name()
              + " has vlan-default-pvid different than 1 but VLAN filtering is not enabled.");
    }
  }

  private void groupMask() {
    var mask = options.get("group-forward-mask");
    var same = options.get("group-fwd-mask");
    if (mask.number().isPresent()
        && same.number().isPresent()
        && !mask.number().equals(same.number())) {
      refusals.add(
          InterfaceCatalogue.BRIDGE_OPTIONS,
          same,
          "group-forward-mask is the same setting and has another value.",
          "Linux bridge "
              + bridge.name()
              + " has different group_forward_mask: "
              + mask.shown()
              + ", group_fwd_mask: "
              + same.shown()
              + ", these two property is the same, hence conflicting");
    }
  }

  private void range(String setting, String words, int min, int max) {
    var time = options.get("stp", setting);
    if (time.number().filter(t -> t < min || t > max).isPresent()) {
      refusals.add(
          InterfaceCatalogue.BRIDGE_OPTIONS,
          time,
          time.shown() + " s are not within " + min + " to " + max + ".",
          "Desired STP "
              + words
              + " "
              + time.shown()
              + " is not in the range of ["
              + min
              + ","
              + max
              + "]");
    }
  }
}
