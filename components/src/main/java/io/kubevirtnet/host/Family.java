package io.kubevirtnet.host;

import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.spec.IpSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;

/** The addresses of one IP family, as nmstate writes them. */
enum Family {
  IPV4("ipv4"),
  IPV6("ipv6");

  private final String section;

  Family(String section) {
    this.section = section;
  }

  String section() {
    return section;
  }

  Tree tree(Value<IpSpec> ip) {
    return ip.isAbsent()
        ? Tree.of("enabled", false)
        : Tree.of(ip.flatMap(s -> s.mode().map(mode -> tree(s, mode))));
  }

  /** {@code enabled} is always written: left out, a new interface counts as disabled. */
  private Tree tree(IpSpec ip, IpMode mode) {
    return switch (mode) {
      case None -> Tree.of("enabled", false);
      case Dhcp -> dhcp(ip);
      case Static -> fixed(ip);
      case FromUplink -> Tree.of(Takeover.template(section));
    };
  }

  private Fields dhcp(IpSpec ip) {
    var tree = Tree.of("enabled", true).with("dhcp", true);
    return (this == IPV6 ? tree.with("autoconf", true) : tree)
        .with("auto-dns", ip.autoDns())
        .with("auto-gateway", ip.autoGateway())
        .with("auto-routes", ip.autoRoutes())
        .with("auto-route-table-id", ip.routeTable())
        .with("auto-route-metric", ip.routeMetric());
  }

  private Fields fixed(IpSpec ip) {
    return Tree.of("enabled", true)
        .with("dhcp", false)
        .withIf(this == IPV6, "autoconf", false)
        .with(
            "address",
            ip.addresses().map(all -> all.stream().map(a -> a.map(Family::address)).toList()));
  }

  private static Fields address(String text) {
    var network = IpNetwork.parse(text);
    return Tree.of("ip", network.map(n -> n.address().toString()).orElse(text))
        .with("prefix-length", network.map(IpNetwork::prefixLength).orElse(0));
  }
}
