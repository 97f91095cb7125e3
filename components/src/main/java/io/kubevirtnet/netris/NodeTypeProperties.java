package io.kubevirtnet.netris;

import io.kubevirtnet.link.CommaList;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.spec.NetrisAddressesSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyKey;

/** What the platform has to be told of machines on the V-Net, all but a definition of ours. */
public final class NodeTypeProperties {
  private NodeTypeProperties() {}

  /**
   * With a server cluster the platform asks Netris for network and gateway itself.
   *
   * @param own whether the definition is ours
   */
  public static Fields of(NetrisInputs inputs, boolean own) {
    var addresses = inputs.spec().addresses();
    var source =
        own
            ? Tree.fields()
                .with(PropertyKey.CIDR.key(), addresses.flatMap(a -> network(inputs)))
                .with(
                    PropertyKey.RANGES.key(),
                    CommaList.of(addresses.flatMap(NetrisAddressesSpec::ranges)))
            : Tree.of(PropertyKey.NETRIS_SERVER_CLUSTER.key(), inputs.spec().serverCluster());
    return source
        .with(
            PropertyKey.NAMESERVERS.key(),
            CommaList.of(addresses.flatMap(NetrisAddressesSpec::nameservers)))
        .with(
            PropertyKey.GUEST_INTERFACE.key(),
            addresses.flatMap(NetrisAddressesSpec::guestInterface));
  }

  /** The platform takes the host part as the gateway. */
  static Value<String> network(NetrisInputs inputs) {
    return inputs.facts().network().map(IpNetwork::toString);
  }
}
