package io.kubevirtnet.across;

import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Definitions of OVN-Kubernetes with one CNI name are one network in the whole cluster, and must
 * say the same about it.
 */
final class OvnAgreement {
  private static final List<String> ALWAYS =
      List.of(
          "topology",
          "mtu",
          "role",
          "allowPersistentIPs",
          "subnets",
          "excludeSubnets",
          "reservedSubnets",
          "infrastructureSubnets",
          "joinSubnet",
          "transitSubnet",
          "transport",
          "outboundSNAT",
          "evpn",
          "uplink");

  /** Other topologies do not read them. */
  private static final List<String> OF_LOCALNET = List.of("vlanID", "physicalNetworkName");

  private static final Set<String> LISTS =
      Set.of(
          "subnets",
          "excludeSubnets",
          "reservedSubnets",
          "infrastructureSubnets",
          "joinSubnet",
          "transitSubnet");

  /** What counts when the key is left out. */
  private static final Map<String, String> DEFAULTS =
      Map.of("role", "secondary", "allowPersistentIPs", "false", "vlanID", "0");

  private OvnAgreement() {}

  /** The keys of which the two say different things. */
  static List<String> differences(NetworkClaims a, NetworkClaims b) {
    var keys = new ArrayList<>(ALWAYS);
    if (a.isLocalnet() && b.isLocalnet()) {
      keys.addAll(OF_LOCALNET);
    }
    return keys.stream().filter(k -> differ(a, b, k)).toList();
  }

  /** One leaves to the cluster what the other one states. */
  static boolean leavesMtuOpen(NetworkClaims a, NetworkClaims b) {
    return a.mtu().isSet() != b.mtu().isSet();
  }

  private static boolean differ(NetworkClaims a, NetworkClaims b, String key) {
    var left = a.plugin().get(key);
    var right = b.plugin().get(key);
    boolean open = isOpen(left) || isOpen(right);
    boolean ofTheCluster = key.equals("mtu") && leavesMtuOpen(a, b);
    return !open && !ofTheCluster && !same(canonical(left, key), canonical(right, key), a, key);
  }

  private static boolean isOpen(Part part) {
    return part.tree().filter(t -> t.hasUnknown()).isPresent();
  }

  /** Layer 3 has a subnet per node, and takes more of them. */
  private static boolean same(Object left, Object right, NetworkClaims network, String key) {
    if (key.equals("subnets")
        && network.plugin().get("topology").is("layer3")
        && left instanceof Set<?> l
        && right instanceof Set<?> r) {
      return l.containsAll(r) || r.containsAll(l);
    }
    return left.equals(right);
  }

  private static Set<String> networks(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .map(s -> IpNetwork.parse(s).map(n -> n.withoutHostBits().toString()).orElse(s))
        .collect(Collectors.toSet());
  }

  private static Object canonical(Part part, String key) {
    if (part.isObject() || part.isList()) {
      return part.tree().orElseThrow().plain();
    }
    var text = part.text().orElse("");
    if (LISTS.contains(key)) {
      return networks(text);
    }
    return text.isEmpty() ? DEFAULTS.getOrDefault(key, "") : text;
  }
}
