package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.spec.NetrisAddressesSpec;
import io.kubevirtnet.vcluster.KeyCatalogue;
import io.kubevirtnet.vcluster.PropertyCatalogue;
import java.util.List;

/** The rules for what machines are told besides their address. */
final class AddressInputRules {
  private AddressInputRules() {}

  static void check(NetrisAddressesSpec spec, Report report) {
    report.require(
        spec.nameservers(),
        servers -> !servers.isEmpty(),
        PropertyCatalogue.NAMESERVER,
        "nameservers is empty.");
    for (var server : spec.nameservers().known().orElse(List.of())) {
      report.require(
          server,
          text -> IpText.address(text).isPresent(),
          PropertyCatalogue.NAMESERVER,
          "\"" + server.shown() + "\" is not an IP address.");
    }
    report.refuse(spec.guestInterface(), InterfaceName::problem, KeyCatalogue.GUEST_INTERFACE);
  }
}
