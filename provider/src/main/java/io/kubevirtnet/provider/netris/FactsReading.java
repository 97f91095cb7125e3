package io.kubevirtnet.provider.netris;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.netris.ControllerCatalogue;
import io.kubevirtnet.provider.netris.ServerCluster.Member;
import io.kubevirtnet.provider.netris.VirtualNet.Gateway;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Comparator;
import java.util.List;

/** One question: in at most ten requests, however much the controller holds. */
record FactsReading(Session session, FactsQuestion question, Report report) {
  private static final String CLUSTERS = "/api/v2/server-cluster";
  private static final String VNETS = "/api/v2/vnet/";

  /** The facts; an error among the findings does not make them wrong, but of little use. */
  Fields facts() {
    var listed = new ClusterSearch(clusters(), question).found();
    var cluster = listed.id().map(id -> cluster(listed, id)).orElse(listed);
    cluster
        .inactive()
        .ifPresent(
            state ->
                report.add(
                    ControllerCatalogue.NOT_ACTIVE,
                    PropertyPath.ROOT.child("serverCluster"),
                    "Server cluster \"%s\" is %s.".formatted(cluster.name(), state)));
    var vnet = new VnetSearch(cluster, question, report).found(this::vnet);
    return facts(cluster, vnet, vnet.gateway().orElseThrow());
  }

  private List<ServerCluster> clusters() {
    var all = session.get(CLUSTERS);
    if (!all.node().isArray()) {
      throw ControllerProblem.of(
          ControllerCatalogue.NO_CONTROLLER,
          ControllerAccess.URL,
          "The answer to " + CLUSTERS + " has no list.");
    }
    return all.items().stream().flatMap(c -> ServerCluster.of(c).stream()).toList();
  }

  private ServerCluster cluster(ServerCluster listed, int id) {
    return session.get(CLUSTERS + "/" + id).items().stream()
        .flatMap(c -> ServerCluster.of(c).stream())
        .findFirst()
        .orElse(listed);
  }

  private VirtualNet vnet(ListedVnet listed) {
    var json =
        listed
            .id()
            .flatMap(id -> session.get(VNETS + id).items().stream().findFirst())
            .orElseGet(() -> new Loose(JsonNodeFactory.instance.objectNode()));
    return VirtualNet.of(listed, json);
  }

  private Fields facts(ServerCluster cluster, VirtualNet vnet, Gateway gateway) {
    if (gateway.silent()) {
      report.add(
          ControllerCatalogue.PART_MISSING,
          ControllerAccess.INPUT,
          "V-Net \"%s\" gives out addresses by DHCP, and does not say which."
              .formatted(vnet.name()));
    }
    var vlan = vnet.vlan().or(gateway::vlan);
    var vpc = vnet.vpc().or(cluster::vpc);
    var used =
        new UsedAddresses(session, report).in(gateway.network(), vnet.vpcId().or(cluster::vpcId));
    return Tree.of("vnet", vnet.name())
        .with("gateway", gateway.network().toString())
        .withIf(vlan.isPresent(), "vlan", vlan.orElse(0))
        .withIf(vnet.vxlan().isPresent(), "vxlan", vnet.vxlan().orElse(0))
        .withIf(vpc.isPresent(), "vpc", vpc.orElse(""))
        .withIf(cluster.site().isPresent(), "site", cluster.site().orElse(""))
        .with(
            "dhcpRanges",
            gateway.dhcp().stream()
                .filter(r -> r.isInside(gateway.network()))
                .map(AddressRange::toString)
                .toList())
        .with("usedAddresses", used)
        .with(
            "servers",
            cluster.members().stream()
                .sorted(Comparator.comparing(Member::name))
                .map(m -> Tree.of("name", m.name()).with("shared", m.shared()))
                .toList());
  }
}
