package io.kubevirtnet.cni;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The networks that OVN-Kubernetes takes addresses from.
 *
 * @param name of the network, for its words
 */
record OvnSubnetRules(PluginConfig config, String topology, String name) {
  private static final String INVALID = "invalid subnet configuration: ";
  private static final String PARSING = INVALID + "error while parsing subnets: ";
  private static final String USER = "user defined subnet";
  private static final String JOIN = "user defined join subnet";

  private static String said(Place place, GoNetwork network) {
    return place.isSecret() ? place.shown() : network.toString();
  }

  /** What two networks are said to be for. */
  private record Used(String by, GoNetwork network, Place place) {
    String text() {
      return by + " \"" + said(place, network) + "\"";
    }
  }

  /** What a cluster takes for itself unless it is set up otherwise. */
  private static final List<String> CLUSTER =
      List.of(
          "built-in join subnet 100.64.0.0/16",
          "built-in join subnet fd98::/64",
          "masquerade subnet 169.254.169.0/29",
          "masquerade subnet fd69::/125");

  private static final List<String> TRANSIT =
      List.of("transit switch subnet 100.88.0.0/16", "transit switch subnet fd97::/64");

  private static final List<String> USUAL_JOIN = List.of("100.65.0.0/16", "fd99::/64");

  void check() {
    boolean layer2 = topology.equals(OvnPlugin.LAYER2);
    boolean layer3 = topology.equals(OvnPlugin.LAYER3);
    var subnets =
        read(
            "subnets",
            layer3,
            layer3
                ? PARSING
                : layer2
                    ? PARSING + "invalid network subnets for layer2 netconf " + name + ": "
                    : "invalid localnet netconf " + name + ": ");
    var excluded =
        layer3
            ? Optional.of(OvnSubnets.shared(""))
            : read(
                "excludeSubnets",
                false,
                layer2
                    ? PARSING + "invalid exclude subnets for layer2 netconf " + name + ": "
                    : "invalid localnet netconf " + name + ": ");
    if (subnets.isPresent() && excluded.isPresent()) {
      contained(subnets.get(), excluded.get(), layer2);
      if (!topology.equals(OvnPlugin.LOCALNET)) {
        overlaps(subnets.get(), excluded.get(), layer3);
      }
    }
    if (layer2 && subnets.isPresent()) {
      setAside("reservedSubnets", subnets.get());
      setAside("infrastructureSubnets", subnets.get());
    }
  }

  /** Nothing when it can not be read or is not known yet. */
  private Optional<OvnSubnets> read(String key, boolean perNode, String before) {
    var at = config.at(key);
    if (at.isOpen()) {
      return Optional.empty();
    }
    var text = at.textOrEmpty();
    var read = perNode ? OvnSubnets.perNode(text) : OvnSubnets.shared(text);
    if (read.problem().isPresent()) {
      config.refuse(
          OvnCatalogue.SUBNETS,
          at,
          "\"" + at.shown() + "\" is no list of networks.",
          before + (at.isSecret() ? at.shown() : read.problem().get()));
      return Optional.empty();
    }
    return Optional.of(read);
  }

  private void contained(OvnSubnets subnets, OvnSubnets excluded, boolean layer2) {
    subnets
        .notContaining(excluded.networks())
        .ifPresent(
            outside ->
                config.refuse(
                    OvnCatalogue.OUTSIDE,
                    config.at("excludeSubnets"),
                    said(config.at("excludeSubnets"), outside) + " lies in none of the subnets.",
                    (layer2 ? PARSING : "")
                        + "the provided network subnets do not contain excluded subnets "
                        + said(config.at("excludeSubnets"), outside)));
  }

  /** A cluster looks at them only where a feature is switched on. */
  private void setAside(String key, OvnSubnets subnets) {
    var at = config.at(key);
    if (at.isOpen()) {
      return;
    }
    var read = OvnSubnets.shared(at.textOrEmpty());
    if (read.problem().isPresent()) {
      config.advise(OvnCatalogue.SET_ASIDE, at, "\"" + at.shown() + "\" is no list of networks.");
    }
    subnets
        .notContaining(read.networks())
        .ifPresent(
            outside ->
                config.advise(
                    OvnCatalogue.SET_ASIDE,
                    at,
                    said(at, outside) + " lies in none of the subnets."));
  }

  private void overlaps(OvnSubnets subnets, OvnSubnets excluded, boolean layer3) {
    var join = read("joinSubnet", false, PARSING);
    if (join.isEmpty()) {
      return;
    }
    var all = new ArrayList<Used>();
    CLUSTER.forEach(c -> all.add(used(c)));
    if (layer3) {
      TRANSIT.forEach(c -> all.add(used(c)));
    }
    int own = all.size();
    subnets.networks().forEach(n -> all.add(new Used(USER, n, config.at("subnets"))));
    joinSubnets(join.get()).forEach(n -> all.add(new Used(JOIN, n, joinPlace())));
    all.removeIf(
        u -> excluded.networks().stream().anyMatch(e -> OvnSubnets.contains(e, u.network())));
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (OvnSubnets.overlap(all.get(i).network(), all.get(j).network())) {
          overlap(all.get(i), all.get(j), j < own);
          return;
        }
      }
    }
  }

  private Used used(String cluster) {
    int end = cluster.lastIndexOf(' ');
    return new Used(
        cluster.substring(0, end),
        GoNetwork.parse(cluster.substring(end + 1)).orElseThrow(),
        config.at("subnets"));
  }

  /** One of each family; the usual one where none is given. */
  private static List<GoNetwork> joinSubnets(OvnSubnets given) {
    var joins = new ArrayList<GoNetwork>();
    for (var usual : USUAL_JOIN) {
      var family = GoNetwork.parse(usual).orElseThrow();
      joins.add(
          given.networks().stream()
              .filter(n -> n.ip().isV4() == family.ip().isV4())
              .reduce((first, last) -> last)
              .orElse(family));
    }
    return joins;
  }

  private Place joinPlace() {
    return config.at(config.at("joinSubnet").isSet() ? "joinSubnet" : "subnets");
  }

  private void overlap(Used later, Used earlier, boolean cluster) {
    config.refuse(
        cluster ? OvnCatalogue.CLUSTER_OVERLAP : OvnCatalogue.OVERLAP,
        later.place(),
        later.text() + " overlaps " + earlier.text() + ".",
        INVALID
            + "pod or join subnet overlaps with already configured internal subnets: "
            + later.text()
            + " overlaps "
            + earlier.text());
  }
}
