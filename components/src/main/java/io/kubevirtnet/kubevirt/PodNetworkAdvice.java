package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.IpNetwork;
import java.util.Locale;

/** A machine on the pod network. */
final class PodNetworkAdvice {
  private static final String MAY_MIGRATE = "kubevirt.io/allow-pod-bridge-network-live-migration";
  private static final String ISTIO = "sidecar.istio.io/inject";

  /** The network, the gateway and the machine have an address each. */
  private static final int HOST_BITS = 2;

  private final Place annotations;
  private final Place labels;
  private final Wiring wiring;
  private final Report report;

  private PodNetworkAdvice(Place metadata, Wiring wiring, Report report) {
    this.annotations = metadata.get("annotations");
    this.labels = metadata.get("labels");
    this.wiring = wiring;
    this.report = report;
  }

  static void check(Machine machine, Wiring wiring, Report report) {
    var metadata = Place.root(machine.template()).get("metadata");
    var advice = new PodNetworkAdvice(metadata, wiring, report);
    for (var net : wiring.nets) {
      if (net.pod.isThere() && net.multus.isMissing()) {
        advice.network(net);
      }
    }
    advice.added(machine.kind());
  }

  private void network(Net net) {
    for (var nic : wiring.nics) {
      if (nic.name.is(net.name.text()) && !nic.hasOpenBinding() && !nic.state.is("absent")) {
        ranges(net, nic);
        bridge(nic);
        device(nic);
        ports(nic);
      }
    }
  }

  private void ranges(Net net, Nic nic) {
    range(net.pod.get("vmNetworkCIDR"), true, nic);
    var ipv6 = net.pod.get("vmIPv6NetworkCIDR");
    if (range(ipv6, false, nic) && !hasNetworkData()) {
      report.add(
          AdviceCatalogue.IPV6_BY_HAND,
          ipv6.written(),
          "The machine has no network data, from which its guest could get the route.");
    }
  }

  /** Whether it is one that KubeVirt uses. */
  private boolean range(Place cidr, boolean ipv4, Nic nic) {
    if (!cidr.isThere() || cidr.is("")) {
      return false;
    }
    if (nic.masquerade.isMissing()) {
      report.add(
          AdviceCatalogue.RANGE_UNUSED,
          cidr.written(),
          "Interface \"" + nic.name.shown() + "\" has another binding than masquerade.");
      return false;
    }
    var family = ipv4 ? "IPv4" : "IPv6";
    var network = IpNetwork.parse(cidr.text()).filter(n -> n.address().isIPv4() == ipv4);
    if (network.isEmpty()) {
      report.add(
          AdviceCatalogue.POD_RANGE,
          cidr.written(),
          "\"" + cidr.shown() + "\" is no range of " + family + " addresses.");
      return false;
    }
    int longest = network.get().address().getBitCount() - HOST_BITS;
    if (network.get().prefixLength() > longest) {
      report.add(
          AdviceCatalogue.POD_RANGE,
          cidr.written(),
          cidr.shown() + " has no two addresses for gateway and machine.",
          "Take a prefix of at most /" + longest + ".");
    }
    return true;
  }

  private void bridge(Nic nic) {
    if (!nic.bridge.isThere() || nic.bindings() > 1 || !wiring.config.permitBridge()) {
      return;
    }
    if (!annotations.get(MAY_MIGRATE).isSet() && !annotations.isOpen()) {
      report.add(
          AdviceCatalogue.BRIDGE_STAYS,
          nic.bridge.written(),
          "Interface \"" + nic.name.shown() + "\" has a bridge on the pod network.");
    }
    if (annotations.get(ISTIO).text().toLowerCase(Locale.ROOT).equals("true")) {
      report.add(
          AdviceCatalogue.ISTIO,
          annotations.get(ISTIO).written(),
          "Interface \"" + nic.name.shown() + "\" has a bridge on the pod network.");
    }
  }

  private void device(Nic nic) {
    if (nic.sriov.isThere()) {
      report.add(
          AdviceCatalogue.SRIOV_ON_POD,
          nic.sriov.written(),
          "Interface \"" + nic.name.shown() + "\" is a device, and its network is the pod's.");
    }
  }

  /** Whoever gives a machine labels knows how it is reached. */
  private void ports(Nic nic) {
    boolean filters = nic.masquerade.isThere() || nic.passtBinding.isThere();
    var ports = nic.place.get("ports");
    if (filters && !ports.items().isEmpty() && labels.isMissing()) {
      report.add(
          AdviceCatalogue.PORTS,
          ports.written(),
          "Nothing else gets in at interface \"" + nic.name.shown() + "\".");
    }
  }

  /** The default that nobody has written down. */
  private void added(MachineKind kind) {
    if (DefaultNetwork.isAdded(wiring, kind) == Truth.YES
        && !wiring.config.open()
        && wiring.config.defaultInterface().equals(ClusterConfiguration.BRIDGE)
        && wiring.config.permitBridge()
        && !annotations.get(MAY_MIGRATE).isSet()
        && !annotations.isOpen()) {
      report.add(
          AdviceCatalogue.SILENT_BRIDGE,
          wiring.spec.path(),
          "The machine has no network of its own, so KubeVirt adds the pod network with a bridge.");
    }
  }

  private boolean hasNetworkData() {
    for (var volume : wiring.spec.get("volumes").items()) {
      for (var source : new String[] {"cloudInitNoCloud", "cloudInitConfigDrive"}) {
        var cloudInit = volume.get(source);
        if (cloudInit.get("networkData").isSet()
            || cloudInit.get("networkDataBase64").isSet()
            || cloudInit.get("networkDataSecretRef").isSet()) {
          return true;
        }
      }
    }
    return wiring.spec.get("volumes").isOpen();
  }
}
