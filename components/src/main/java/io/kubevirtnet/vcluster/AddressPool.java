package io.kubevirtnet.vcluster;

import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that the platform gives to the machines of a node type.
 *
 * @param network the attachment, as {@code namespace/name}; nothing while that is not known
 * @param path where they are written
 */
public record AddressPool(Optional<String> network, List<AddressRange> ranges, PropertyPath path) {
  public AddressPool {
    ranges = List.copyOf(ranges);
  }

  /**
   * Nothing when the platform gives none, or nobody knows them yet. What several node types share
   * is a pool of the first of them, and a claim takes from that of its node type.
   */
  public static Optional<AddressPool> of(NodeSources sources, EffectiveNode node) {
    var properties = node.properties();
    var cidr = properties.set(PropertyKey.CIDR).filter(c -> isOwn(sources, c));
    var network = cidr.flatMap(c -> Reading.text(c.value())).flatMap(IpNetwork::parse);
    boolean overridden =
        properties.set(PropertyKey.NETWORK_DATA).isPresent()
            || properties.isOpen(PropertyKey.RANGES);
    if (network.isEmpty() || overridden) {
      return Optional.empty();
    }
    return Optional.of(
        new AddressPool(
            reference(node),
            ranges(properties, network.get()),
            cidr.orElseThrow().value().written()));
  }

  private static boolean isOwn(NodeSources sources, NodeProperty cidr) {
    return switch (cidr.origin()) {
      case TYPE -> sources.claim().isEmpty();
      case PROVIDER ->
          sources.claim().isEmpty()
              && sources.provider().get("spec", "kubeVirt", "nodeTypes").items().stream()
                  .limit(1)
                  .anyMatch(t -> t.path().equals(sources.type().path()));
      case CLAIM -> true;
      case DEFAULT, ENVIRONMENT, OS_IMAGE, NETRIS -> false;
    };
  }

  private static List<AddressRange> ranges(EffectiveProperties properties, IpNetwork network) {
    var ranges = properties.text(PropertyKey.RANGES);
    return ranges.isEmpty()
        ? List.of(AddressRange.of(network))
        : PropertyTextRules.entries(ranges.get()).stream()
            .flatMap(r -> AddressRange.parse(r).stream())
            .toList();
  }

  /** As the machine names it: a bare name is one of its own namespace. */
  private static Optional<String> reference(EffectiveNode node) {
    var name = node.properties().text(PropertyKey.ATTACHMENT);
    var namespace = node.machine().object().get("metadata", "namespace").text();
    return name.flatMap(
        n -> n.indexOf('/') >= 0 ? Optional.of(n) : namespace.map(ns -> ns + "/" + n));
  }
}
