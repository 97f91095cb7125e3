package io.kubevirtnet.provider.netris;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A server cluster, as far as its network goes. */
record ServerCluster(
    Optional<Integer> id,
    String name,
    Optional<String> site,
    Optional<String> vpc,
    Optional<Integer> vpcId,
    Optional<String> inactive,
    List<ListedVnet> vnets,
    List<Member> members) {
  private static final String ACTIVE = "active";

  ServerCluster {
    vnets = List.copyOf(vnets);
    members = List.copyOf(members);
  }

  /** A server of it. */
  record Member(String name, boolean shared) {}

  /** Nothing for an entry without a name. */
  static Optional<ServerCluster> of(Loose json) {
    return json.at("name").text().map(name -> of(name, json));
  }

  private static ServerCluster of(String name, Loose json) {
    var vpc = json.at("vpc");
    return new ServerCluster(
        json.at("id").id(),
        name,
        json.at("site").name(),
        vpc.name(),
        vpc.at("id").id(),
        inactive(json),
        json.at("resources").at("vnets").items().stream()
            .flatMap(v -> ListedVnet.of(v).stream())
            .toList(),
        json.at("servers").items().stream()
            .flatMap(s -> s.name().map(n -> new Member(n, s.at("shared").flag())).stream())
            .toList());
  }

  /** What it is instead of active; some releases have one word for it, and some two. */
  private static Optional<String> inactive(Loose json) {
    var status = json.at("status");
    var state = status.node().isObject() ? status.at("value", "label") : status;
    return json.at("state")
        .text()
        .filter(s -> !s.equalsIgnoreCase(ACTIVE))
        .or(() -> state.text().filter(s -> !s.equalsIgnoreCase(ACTIVE)));
  }

  boolean isAt(Optional<String> wantedSite) {
    return wantedSite.isEmpty() || wantedSite.equals(site);
  }

  /** Releases that spread a server cluster over VPCs say so at each V-Net. */
  boolean isIn(Optional<String> wantedVpc) {
    return wantedVpc.isEmpty()
        || wantedVpc.equals(vpc)
        || vnets.stream().anyMatch(v -> wantedVpc.equals(v.vpc()));
  }

  /** Where it is, for those who have to choose. */
  String place() {
    var parts = new ArrayList<String>();
    site.ifPresent(s -> parts.add("site " + s));
    vpc.ifPresent(v -> parts.add("VPC " + v));
    return parts.isEmpty()
        ? "no site and no VPC"
        : parts.stream().collect(Collectors.joining(", "));
  }
}
