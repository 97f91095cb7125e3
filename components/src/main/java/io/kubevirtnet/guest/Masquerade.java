package io.kubevirtnet.guest;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.value.Value;
import java.util.Optional;

/**
 * The networks between pod and guest. KubeVirt translates to the second address of each and to no
 * other; it has the first one itself.
 *
 * @param cidr4 of the pod network; absent for {@value #DEFAULT_4}
 * @param cidr6 of the pod network; absent for {@value #DEFAULT_6}
 */
public record Masquerade(Value<String> cidr4, Value<String> cidr6) {
  static final String DEFAULT_4 = "10.0.2.0/24";
  static final String DEFAULT_6 = "fd10:0:2::/120";

  /** What the interface in the guest has to have. */
  record Place(IpNetwork guest, IPAddress gateway) {}

  Value<String> cidr(Family family) {
    return family == Family.V4 ? cidr4.orDefault(DEFAULT_4) : cidr6.orDefault(DEFAULT_6);
  }

  /** Nothing when the network is not known yet, or when there is no room in it. */
  Optional<Place> place(Family family) {
    return cidr(family)
        .known()
        .flatMap(IpNetwork::parse)
        .filter(n -> Family.of(n.address()) == family)
        .filter(n -> n.prefixLength() <= n.address().getBitCount() - 2)
        .map(
            n ->
                new Place(
                    new IpNetwork(n.first().increment(2), n.prefixLength()),
                    n.first().increment(1)));
  }
}
