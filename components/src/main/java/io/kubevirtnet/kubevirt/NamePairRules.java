package io.kubevirtnet.kubevirt;

import java.util.HashSet;

/**
 * KubeVirt admitter: netiface.go. Each network has one interface of its name, and each interface
 * one network.
 */
final class NamePairRules {
  private final Wiring wiring;
  private final Admission admission;

  NamePairRules(Wiring wiring, Admission admission) {
    this.wiring = wiring;
    this.admission = admission;
  }

  void networksAreUnique() {
    if (wiring.nets.size() < 2) {
      return;
    }
    var names = new HashSet<String>();
    for (var net : wiring.nets) {
      if (!net.name.isOpen() && !names.add(net.name.text())) {
        admission.refuse(
            SourceCatalogue.NETWORK_TWICE,
            net.name,
            "Two networks are called \"" + net.name.shown() + "\".",
            Cause.DUPLICATE,
            "Network with name "
                + Admission.quoted(net.name.shown())
                + " already exists, every network must have a unique name");
      }
    }
  }

  void networksAreUsed() {
    if (wiring.nicNamesOpen) {
      return;
    }
    for (var net : wiring.nets) {
      if (!net.name.isOpen() && !wiring.hasNic(net.name.text())) {
        admission.refuse(
            SourceCatalogue.NETWORK_UNUSED,
            net.name,
            "No interface is called \"" + net.name.shown() + "\" like this network.",
            Cause.REQUIRED,
            admission.field(net.name) + " '" + net.name.shown() + "' not found.");
      }
    }
  }

  void interfacesAreUnique() {
    if (wiring.nics.size() < 2) {
      return;
    }
    var names = new HashSet<String>();
    for (var nic : wiring.nics) {
      if (!nic.name.isOpen() && !names.add(nic.name.text())) {
        admission.refuse(
            SourceCatalogue.INTERFACE_TWICE,
            nic.name,
            "Two interfaces are called \"" + nic.name.shown() + "\".",
            Cause.DUPLICATE,
            "Only one interface can be connected to one specific network");
      }
    }
  }

  void interfacesHaveNetworks() {
    if (wiring.netNamesOpen) {
      return;
    }
    for (var nic : wiring.nics) {
      if (!nic.name.isOpen() && wiring.networkOf(nic).isEmpty()) {
        admission.refuse(
            SourceCatalogue.NO_NETWORK,
            nic.name,
            "No network is called \"" + nic.name.shown() + "\" like this interface.",
            Cause.INVALID,
            admission.field(nic.name) + " '" + nic.name.shown() + "' not found.");
      }
    }
  }
}
