package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.GuestNetworkSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import java.util.List;

/**
 * The network data of one machine: cloud-init's network config, version 2, without a {@code
 * network:} around it. KubeVirt hands it to the guest over a {@code cloudInitNoCloud} disk.
 *
 * <p>A pod network that no entry names asks for its address by DHCP, as it would without network
 * data; any other card that no entry names stays down.
 */
public final class GuestNetworkData {
  private GuestNetworkData() {}

  /** The addresses of the card itself on a network, without those of VLANs and bonds over it. */
  public static List<Value<String>> addresses(GuestNetworkSpec spec, String network) {
    return spec.links().known().orElse(List.of()).stream()
        .flatMap(link -> link.known().stream())
        .filter(link -> link.network().known().filter(network::equals).isPresent())
        .flatMap(link -> link.addresses().known().orElse(List.of()).stream())
        .toList();
  }

  /** Everything that is wrong with it. */
  public static void check(GuestNetworkSpec spec, List<GuestCard> cards, Report report) {
    GuestNetworkRules.check(GuestInterfaces.of(spec, cards), spec, report);
  }

  /**
   * Unknown as a whole while a name in it is unknown, since names are keys there; other unknown
   * values stay at their places.
   */
  public static Tree tree(GuestNetworkSpec spec, List<GuestCard> cards) {
    return NetworkConfig.of(spec, GuestInterfaces.of(spec, cards));
  }

  /** The same as YAML in one string: unknown or secret as soon as a part of it is. */
  public static Tree text(GuestNetworkSpec spec, List<GuestCard> cards) {
    return NetworkConfigYaml.text(tree(spec, cards));
  }
}
