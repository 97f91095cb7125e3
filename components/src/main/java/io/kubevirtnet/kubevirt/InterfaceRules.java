package io.kubevirtnet.kubevirt;

import java.util.Set;

/** KubeVirt admitter: netiface.go. The fields of one interface by themselves. */
final class InterfaceRules {
  private static final Set<String> MODELS =
      Set.of("e1000", "e1000e", "igb", "ne2k_pci", "pcnet", "rtl8139", "virtio");

  private final Wiring wiring;
  private final Admission admission;

  private InterfaceRules(Wiring wiring, Admission admission) {
    this.wiring = wiring;
    this.admission = admission;
  }

  static void check(Wiring wiring, Admission admission) {
    var rules = new InterfaceRules(wiring, admission);
    for (var nic : wiring.nics) {
      if (nic.place.isOpen()) {
        continue;
      }
      rules.name(nic);
      rules.model(nic);
      rules.mac(nic);
      rules.pciAddress(nic);
      PortRules.check(nic, rules.wiring, rules.admission);
      PortRangeRules.check(nic, rules.wiring, rules.admission);
      DhcpRules.check(nic, rules.wiring, rules.admission);
    }
  }

  private void name(Nic nic) {
    if (!nic.name.isOpen() && !isName(nic.name.text())) {
      admission.refuse(
          FieldCatalogue.NAME,
          nic.name,
          nic.name.text().isEmpty()
              ? "The interface has no name."
              : "\"" + nic.name.shown() + "\" is no name for an interface.",
          Cause.INVALID,
          "Network interface name can only contain alphabetical characters, numbers, dashes (-) or underscores (_)");
    }
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-' || c == '_')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private void model(Nic nic) {
    var model = nic.place.get("model");
    if (model.isThere() && !model.is("") && !MODELS.contains(model.text())) {
      admission.refuse(
          FieldCatalogue.MODEL,
          model,
          "\"" + model.shown() + "\" is no model that a machine can have.",
          Cause.NOT_SUPPORTED,
          "interface "
              + admission.field(nic.name)
              + " uses model "
              + model.shown()
              + " that is not supported.");
    }
  }

  private void mac(Nic nic) {
    if (!nic.mac.isThere() || nic.mac.is("")) {
      return;
    }
    // KubeVirt 1.9 is the first to be built with Go 1.26.
    boolean bare = wiring.config.release().isAtLeast(KubeVirtRelease.V1_9);
    int octets = Ascii.octets(nic.mac.text(), bare);
    if (octets == Ascii.MAC_OCTETS) {
      return;
    }
    boolean malformed = octets == 0;
    admission.refuse(
        malformed ? FieldCatalogue.MAC : FieldCatalogue.LONG_MAC,
        nic.mac,
        malformed
            ? "\"" + nic.mac.shown() + "\" is no MAC address."
            : "\"" + nic.mac.shown() + "\" has " + octets + " octets.",
        Cause.INVALID,
        "interface "
            + admission.field(nic.name)
            + " has "
            + (malformed ? "malformed" : "too long")
            + " MAC address ("
            + nic.mac.shown()
            + ").");
  }

  private void pciAddress(Nic nic) {
    var address = nic.place.get("pciAddress");
    if (address.isThere() && !address.is("") && !Ascii.isPciAddress(address.text())) {
      admission.refuse(
          FieldCatalogue.PCI,
          address,
          "\"" + address.shown() + "\" is no PCI address.",
          Cause.INVALID,
          "interface "
              + admission.field(nic.name)
              + " has malformed PCI address ("
              + address.shown()
              + ").");
    }
  }
}
