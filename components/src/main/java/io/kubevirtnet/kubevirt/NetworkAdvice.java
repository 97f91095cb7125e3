package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import java.util.stream.Stream;

/** What has no effect on the network that it stands for, and names that lead nowhere. */
final class NetworkAdvice {
  private final Wiring wiring;
  private final Report report;

  private NetworkAdvice(Wiring wiring, Report report) {
    this.wiring = wiring;
    this.report = report;
  }

  static void check(Wiring wiring, Report report) {
    var advice = new NetworkAdvice(wiring, report);
    wiring.nets.forEach(advice::name);
    for (var nic : wiring.nics) {
      if (!nic.hasOpenBinding()) {
        advice.device(nic);
        advice.ports(nic);
        advice.dhcp(nic);
        advice.passt(nic);
      }
    }
  }

  /** KubeVirt cuts it at the first slash. */
  private void name(Net net) {
    var name = net.multus.get("networkName");
    if (!name.isThere() || name.is("")) {
      return;
    }
    var text = name.text();
    int slash = text.indexOf('/');
    boolean isOne =
        KubernetesName.isSubdomain(text.substring(slash + 1))
            && (slash < 0 || KubernetesName.isLabel(text.substring(0, slash)));
    if (!isOne) {
      report.add(
          AdviceCatalogue.NETWORK_NAME,
          name.written(),
          "\"" + name.shown() + "\" is no name of an object, nor namespace/name.");
    }
  }

  /** KubeVirt hands the device through as it is. */
  private void device(Nic nic) {
    if (!nic.sriov.isThere()) {
      return;
    }
    var unused =
        Stream.of("model", "acpiIndex", "ports", "portRanges", "dhcpOptions")
            .filter(key -> nic.place.get(key).isThere())
            .toList();
    if (!unused.isEmpty()) {
      report.add(
          AdviceCatalogue.ON_A_DEVICE,
          nic.place.get(unused.get(0)).written(),
          String.join(", ", unused)
              + (unused.size() == 1 ? " has" : " have")
              + " no effect on \""
              + nic.name.shown()
              + "\", which is a device that is passed through.");
    }
  }

  private void ports(Nic nic) {
    var ports = nic.place.get("ports");
    if (nic.bridge.isThere() && !ports.items().isEmpty()) {
      report.add(
          AdviceCatalogue.PORTS_UNUSED,
          ports.written(),
          "Interface \"" + nic.name.shown() + "\" has a bridge, which lets everything through.");
    }
  }

  private void dhcp(Nic nic) {
    var options = nic.place.get("dhcpOptions");
    if (options.isThere() && (nic.passtBinding.isThere() || nic.plugin.isThere())) {
      report.add(
          AdviceCatalogue.DHCP_UNUSED,
          options.written(),
          "Interface \""
              + nic.name.shown()
              + "\" has "
              + (nic.plugin.isThere() ? "a binding plugin." : "passtBinding."));
    }
  }

  private void passt(Nic nic) {
    if (!nic.passtBinding.isThere()) {
      return;
    }
    boolean hasState = nic.state.is("up") || nic.state.is("down");
    var order = nic.place.get("bootOrder");
    if (hasState || order.isThere()) {
      report.add(
          AdviceCatalogue.ON_PASST,
          (hasState ? nic.state : order).written(),
          (hasState ? "state" + (order.isThere() ? ", bootOrder have" : " has") : "bootOrder has")
              + " no effect on \""
              + nic.name.shown()
              + "\", which has passtBinding.");
    }
  }
}
