package io.kubevirtnet.platform;

import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.spec.GuestAddressesSpec;
import java.util.List;
import java.util.Optional;

/** The addresses that a node type gives out. */
public final class GuestAddressPool {
  private GuestAddressPool() {}

  /** All of them, when they are known. */
  public static Optional<List<AddressRange>> of(GuestAddressesSpec spec) {
    if (spec.ranges().isAbsent()) {
      return spec.cidr().known().flatMap(IpNetwork::parse).map(n -> List.of(AddressRange.of(n)));
    }
    return AddressRange.all(spec.ranges());
  }
}
