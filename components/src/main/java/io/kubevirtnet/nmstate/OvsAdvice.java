package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What Open vSwitch takes and does not do. */
final class OvsAdvice {
  private static final Set<String> NO = Set.of("0", "false", "no", "off", "n");

  private final Advice advice;

  private OvsAdvice(Advice advice) {
    this.advice = advice;
  }

  static void check(Advice advice) {
    var ovs = new OvsAdvice(advice);
    advice.present(Iface.OVS_BRIDGE).forEach(ovs::bridge);
  }

  private void bridge(Iface bridge) {
    for (var name : List.of("ipv4", "ipv6")) {
      if (bridge.part(name, "enabled").isTrue() || bridge.part(name, "dhcp").isTrue()) {
        advice.add(
            AdviceCatalogue.OVS_DROPPED,
            bridge.part(name),
            bridge.name() + " gets no addresses by it.");
      }
    }
    if (bridge.part("mtu").isSet()) {
      advice.add(
          AdviceCatalogue.OVS_DROPPED, bridge.part("mtu"), bridge.name() + " has no MTU itself.");
    }
    bridge.portParts().orElse(List.of()).forEach(p -> port(p, bridge));
  }

  private void port(Part port, Iface bridge) {
    var name = port.text().orElse("");
    if (name.isEmpty()
        || name.startsWith(VirtualFunctions.PREFIX)
        || name.equals(bridge.name())
        || advice.mayExist(name)) {
      return;
    }
    if (advice.complete) {
      advice.add(
          AdviceCatalogue.OVS_PORT,
          port,
          "There is no " + name + ", neither desired nor on the node.");
    } else {
      advice.notChecked(port, "whether " + port.shown() + " is on the nodes");
    }
  }

  /** As it was written, before nmstate read it. */
  static void checkWords(Part state, Advice advice) {
    for (var iface : state.get("interfaces").items()) {
      var stp = iface.get("bridge", "options", "stp");
      boolean word =
          stp.tree().filter(t -> t instanceof Scalar s && s.value() instanceof String).isPresent();
      if (iface.get("type").is(Iface.OVS_BRIDGE)
          && word
          && NO.contains(stp.text().orElse("").toLowerCase(Locale.ROOT))) {
        advice.add(AdviceCatalogue.OVS_STP, stp, "\"" + stp.shown() + "\" turns it on.");
      }
    }
  }
}
