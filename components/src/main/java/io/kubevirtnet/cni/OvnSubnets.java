package io.kubevirtnet.cni;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Networks in one text with commas between them, as OVN-Kubernetes reads them.
 *
 * @param problem why it can not, in its words
 */
record OvnSubnets(List<GoNetwork> networks, Optional<String> problem) {
  private static final OvnSubnets NONE = new OvnSubnets(List.of(), Optional.empty());
  private static final int USUAL_NODE_V4 = 24;
  private static final int NODE_V6 = 64;

  OvnSubnets {
    networks = List.copyOf(networks);
  }

  /** Each is one network for all nodes. */
  static OvnSubnets shared(String text) {
    return read(text, false);
  }

  /** Each is cut into one part for each node, whose size may follow behind another '/'. */
  static OvnSubnets perNode(String text) {
    return read(text, true);
  }

  private static OvnSubnets read(String text, boolean perNode) {
    if (text.isBlank()) {
      return NONE;
    }
    var networks = new ArrayList<GoNetwork>();
    int nodeV4 = 0;
    for (var entry : text.split(",", -1)) {
      var parts = entry.strip().split("/", -1);
      if (parts.length < 2 || parts.length > 3 || parts.length == 3 && !perNode) {
        return failed("CIDR \"" + entry.strip() + "\" not properly formatted");
      }
      var cidr = parts[0] + "/" + parts[1];
      var network = GoNetwork.parse(cidr);
      if (network.isEmpty()) {
        return failed("invalid CIDR address: " + cidr);
      }
      if (perNode) {
        var node = new NodePart(network.get(), parts.length == 3 ? parts[2] : "");
        var problem = node.problem(nodeV4);
        if (problem.isPresent()) {
          return failed(problem.get());
        }
        nodeV4 = network.get().ip().isV4() ? node.length() : nodeV4;
      }
      networks.add(masked(network.get()));
    }
    return new OvnSubnets(networks, Optional.empty());
  }

  private static OvnSubnets failed(String problem) {
    return new OvnSubnets(List.of(), Optional.of(problem));
  }

  /** The first of the others that lies in none of these. */
  Optional<GoNetwork> notContaining(List<GoNetwork> others) {
    return others.stream()
        .filter(o -> networks.stream().noneMatch(n -> contains(n, o)))
        .findFirst();
  }

  static boolean contains(GoNetwork outer, GoNetwork inner) {
    return outer.length() <= inner.length() && outer.contains(inner.ip());
  }

  static GoNetwork masked(GoNetwork network) {
    return new GoNetwork(network.ip().masked(network.length()), network.length());
  }

  static boolean overlap(GoNetwork left, GoNetwork right) {
    return left.contains(right.ip()) || right.contains(left.ip());
  }

  /**
   * What one node gets of a network.
   *
   * @param written how long its prefix is; empty for the usual one
   */
  private record NodePart(GoNetwork network, String written) {

    int length() {
      return written.isEmpty()
          ? network.ip().isV4() ? USUAL_NODE_V4 : NODE_V6
          : Integer.parseInt(written);
    }

    /**
     * @param before the length that an earlier IPv4 network has; 0 when this is the first
     */
    Optional<String> problem(int before) {
      if (!written.isEmpty() && !written.matches("[0-9]{1,9}")) {
        return Optional.of("strconv.Atoi: parsing \"" + written + "\": invalid syntax");
      }
      boolean v6 = !network.ip().isV4();
      int length = length();
      if (v6 && length != NODE_V6) {
        return Optional.of("IPv6 only supports /64 host subnets");
      }
      if (!v6 && length > network.ip().bits()) {
        return Optional.of("invalid host subnet, IPv4 subnet must be < 32");
      }
      if (!v6 && before != 0 && before != length) {
        return Optional.of(
            "all IPv4 cluster subnet entries must have the same host subnet length; found "
                + before
                + " and "
                + length);
      }
      return length <= network.length()
          ? Optional.of(
              "cannot use a host subnet length mask shorter than or equal to the cluster subnet mask. host subnet length: "
                  + length
                  + ", cluster subnet length: "
                  + network.length())
          : Optional.empty();
    }
  }
}
