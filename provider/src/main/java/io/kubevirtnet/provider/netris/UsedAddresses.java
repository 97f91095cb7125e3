package io.kubevirtnet.provider.netris;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.netris.ControllerCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the controller's IPAM has in a subnet; facts without it are still facts. */
record UsedAddresses(Session session, Report report) {
  private static final String SUBNETS = "/api/v2/ipam/subnets";
  private static final String HOSTS = "/api/v2/ipam/hosts/";

  /**
   * Without the gateway, in ascending order.
   *
   * @param vpc without it the controller would answer for another VPC, and not say so
   */
  List<String> in(IpNetwork gateway, Optional<Integer> vpc) {
    if (vpc.isEmpty()) {
      missing("The V-Net names no VPC, so IPAM was not asked for used addresses.");
      return List.of();
    }
    var filter = "?filterByVpc=" + vpc.get();
    try {
      var subnet = subnet(session.get(SUBNETS + filter), gateway.withoutHostBits());
      if (subnet.isEmpty()) {
        missing("IPAM has no subnet " + gateway.withoutHostBits() + " in the VPC of the V-Net.");
        return List.of();
      }
      return hosts(session.get(HOSTS + subnet.get() + filter), gateway);
    } catch (ControllerProblem e) {
      if (!e.is(ControllerCatalogue.FORBIDDEN) && !e.is(ControllerCatalogue.REFUSED)) {
        throw e;
      }
      missing("Used addresses are not known: " + e.finding().what());
      return List.of();
    }
  }

  private void missing(String what) {
    report.add(ControllerCatalogue.PART_MISSING, ControllerAccess.INPUT, what);
  }

  /** A list, or a tree of allocations with subnets in it. */
  private static Optional<Integer> subnet(Loose subnets, IpNetwork wanted) {
    return flat(subnets)
        .filter(
            s -> s.at("prefix").text().flatMap(IpNetwork::parse).filter(wanted::equals).isPresent())
        .filter(s -> s.at("type").text().filter(t -> t.equals("allocation")).isEmpty())
        .flatMap(s -> s.at("id").id().stream())
        .findFirst();
  }

  private static Stream<Loose> flat(Loose subnets) {
    return subnets.items().stream()
        .flatMap(s -> Stream.concat(Stream.of(s), flat(s.at("children", "subnets"))));
  }

  private static List<String> hosts(Loose hosts, IpNetwork gateway) {
    return hosts.items().stream()
        .flatMap(h -> (h.node().isObject() ? h.at("address") : h).text().stream())
        .map(a -> a.split("/", 2)[0])
        .flatMap(a -> IpText.address(a).stream())
        .filter(a -> a.isIPv4() && gateway.contains(a) && !a.equals(gateway.address()))
        .distinct()
        .sorted()
        .map(Object::toString)
        .toList();
  }
}
