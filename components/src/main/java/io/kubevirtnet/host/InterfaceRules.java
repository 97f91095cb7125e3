package io.kubevirtnet.host;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.MacAddress;
import io.kubevirtnet.link.Mtu;
import io.kubevirtnet.value.Value;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for names and sizes of single interfaces, wherever they are written. */
final class InterfaceRules {
  private static final Set<String> RESERVED =
      Set.of("br-ex", "br-int", "br-tun", "ovs-system", "cni0", "lo", "ovn-k8s-mp0");
  private static final Pattern TUNNEL = Pattern.compile("genev.*");

  private InterfaceRules() {}

  static void bridge(Value<String> name, Report report) {
    report.refuse(name, InterfaceName::problem, HostCatalogue.BRIDGE_NAME);
    report.require(
        name,
        n -> !isReserved(n),
        HostCatalogue.RESERVED_BRIDGE,
        name.shown() + " is not a bridge of this program.");
  }

  /** An interface that exists and shall become a port. */
  static void port(Value<String> bridge, Value<String> port, Report report) {
    report.refuse(port, InterfaceName::problem, HostCatalogue.NIC_NAME);
    report.require(
        port,
        nic -> !isReserved(nic) && !TUNNEL.matcher(nic).matches(),
        HostCatalogue.UPLINK_NOT_A_NIC,
        port.shown() + " is not a network card.");
    bridge.ifBothKnown(
        port,
        (b, nic) -> {
          if (b.equals(nic)) {
            report.add(
                HostCatalogue.UPLINK_IS_BRIDGE,
                port.path(),
                port.shown() + " is the name of the bridge, too.");
          }
        });
  }

  /** A bond, a VLAN interface or an internal one, that is made. */
  static void made(Value<String> name, Report report) {
    report.refuse(name, InterfaceName::problem, PortCatalogue.INTERFACE_NAME);
  }

  static void mtu(Value<Integer> mtu, Report report) {
    report.require(mtu, Mtu::isValid, HostCatalogue.MTU_RANGE, mtu.shown() + " is not an MTU.");
  }

  static void mac(Value<String> mac, Report report) {
    report.refuse(mac, MacAddress::problem, PortCatalogue.MAC_ADDRESS);
  }

  /** Of the two ways to a MAC address at most one is taken. */
  static void macChoice(Value<String> mac, Value<String> copyFrom, Report report) {
    mac(mac, report);
    report.refuse(copyFrom, InterfaceName::problem, HostCatalogue.NIC_NAME);
    if (mac.isGiven() && copyFrom.isGiven()) {
      report.add(
          PortCatalogue.MAC_ADDRESS, copyFrom.path(), "macAddress and copyMacFrom are both set.");
    }
  }

  private static boolean isReserved(String name) {
    return RESERVED.contains(name) || InterfaceName.isOfNetris(name);
  }
}
