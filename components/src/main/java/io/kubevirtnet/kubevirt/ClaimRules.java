package io.kubevirtnet.kubevirt;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** KubeVirt admitter: dra.go. Networks that are devices of a resource claim. */
final class ClaimRules {
  private final Wiring wiring;
  private final Admission admission;

  private ClaimRules(Wiring wiring, Admission admission) {
    this.wiring = wiring;
    this.admission = admission;
  }

  static void check(Wiring wiring, Admission admission) {
    for (var net : wiring.nets) {
      if (net.claim.isThere()) {
        new ClaimRules(wiring, admission).check();
        return;
      }
    }
  }

  private void check() {
    var networks = Wiring.networks(wiring.spec);
    if (!wiring.config.isOn(FeatureGates.NETWORK_DEVICES_WITH_DRA)) {
      if (!wiring.config.open()) {
        admission.refuse(
            ClaimCatalogue.GATE_OFF,
            networks,
            "A network is a resource claim, and the feature gate for that is off.",
            Cause.INVALID,
            "vmi.spec.networks contains DRA networks but NetworkDevicesWithDRA feature gate is not enabled");
      }
      return;
    }
    if (wiring.netNamesOpen) {
      return;
    }
    for (var net : wiring.nets) {
      if (net.multus.isOpen()) {
        return;
      }
      if (net.multus.isThere()) {
        admission.refuse(
            ClaimCatalogue.WITH_MULTUS,
            networks,
            "Networks of Multus and of resource claims are in one machine.",
            Cause.INVALID,
            "mixing Multus and DRA resourceClaim networks in the same VMI is not supported");
        return;
      }
    }
    var pairs = new HashSet<String>();
    for (var net : wiring.nets) {
      if (net.claim.isThere()) {
        binding(net);
        names(net, pairs);
      }
    }
  }

  private void binding(Net net) {
    var nic = nicOf(net);
    if (nic.isEmpty()
        || nic.get().hasOpenBinding()
        || nic.get().sriov.isThere()
        || nic.get().plugin.isThere()) {
      return;
    }
    var interfaces = Wiring.interfaces(wiring.spec);
    admission.refuse(
        ClaimCatalogue.BINDING,
        nic.get().place,
        "Interface \"" + net.name.shown() + "\" can not take the device of a claim.",
        ClaimCatalogue.BINDING.fix(),
        Cause.INVALID,
        admission.field(interfaces),
        "DRA network "
            + Admission.quoted(net.name.shown())
            + " requires an SR-IOV or binding plugin interface");
  }

  private Optional<Nic> nicOf(Net net) {
    if (wiring.nicNamesOpen || net.name.isOpen()) {
      return Optional.empty();
    }
    for (var nic : wiring.nics) {
      if (nic.name.is(net.name.text())) {
        return Optional.of(nic);
      }
    }
    return Optional.empty();
  }

  private void names(Net net, Set<String> pairs) {
    var claim = net.claim.get("claimName");
    var request = net.claim.get("requestName");
    missing(claim, "claimName");
    missing(request, "requestName");
    if (claim.text().isEmpty() || request.text().isEmpty()) {
      return;
    }
    if (!isDefined(claim.text())) {
      admission.refuse(
          ClaimCatalogue.UNDEFINED,
          claim,
          "resourceClaims has no \"" + claim.shown() + "\".",
          Cause.NOT_FOUND,
          "network references resourceClaim "
              + Admission.quoted(claim.shown())
              + " which is not defined in spec.resourceClaims");
    }
    if (!pairs.add(claim.text() + "/" + request.text())) {
      admission.refuse(
          ClaimCatalogue.TWICE,
          net.place,
          "Another network takes this request of this claim.",
          Cause.DUPLICATE,
          "duplicate claimName/requestName combination "
              + Admission.quoted(claim.shown() + "/" + request.shown()));
    }
  }

  private void missing(Place name, String key) {
    if (!name.isOpen() && name.text().isEmpty()) {
      admission.refuse(
          ClaimCatalogue.NAMES,
          name,
          key + " is left out.",
          Cause.REQUIRED,
          key + " is required for DRA network");
    }
  }

  private boolean isDefined(String claim) {
    var claims = wiring.spec.get("resourceClaims");
    if (claims.isOpen()) {
      return true;
    }
    for (var each : claims.items()) {
      var name = each.get("name");
      if (name.isOpen() || name.is(claim)) {
        return true;
      }
    }
    return false;
  }
}
