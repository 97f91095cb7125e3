package io.kubevirtnet.across;

import io.kubevirtnet.across.HostOffers.Mapping;
import io.kubevirtnet.across.HostRegister.Hosts;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.spec.HostBridgeSpec;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a network definition finds on the nodes, as far as the policies of the run tell. */
final class HostJoinRules {
  /** What the cluster's own network makes on each node. */
  private static final Set<String> NOT_BY_POLICY = Set.of("br-ex", "br-int", "br-local", "cni0");

  /** Resources by which nodes tell the scheduler of their bridges. */
  private static final List<String> MARKERS =
      List.of("bridge.network.kubevirt.io/", "ovs-cni.network.kubevirt.io/");

  private static final String HOSTNAME = "kubernetes.io/hostname";

  private final NetworkClaims network;
  private final Value<HostBridgeSpec> joined;
  private final Report report;

  /**
   * @param joined the typed bridge that was given, absent where it was only named
   */
  HostJoinRules(NetworkClaims network, Value<HostBridgeSpec> joined, Report report) {
    this.network = network;
    this.joined = joined;
    this.report = report;
  }

  /**
   * Looks at the definition after the policies.
   *
   * @param offering those that make what it plugs into
   * @param hosts all of them
   * @param complete no other policy comes
   */
  void check(List<Claim<Hosts>> offering, List<Claim<Hosts>> hosts, boolean complete) {
    if (joined.isUnknown()) {
      report.notChecked(joined.path(), "known after apply");
    }
    joined.ifKnown(this::typed);
    marker();
    boolean found = false;
    var bridge = network.bridge();
    var localnet = localnetText();
    for (var host : offering) {
      found |= join(host.claimed(), bridge, localnet);
    }
    if (!found && joined.isAbsent()) {
      network.bridge().ifPresent(b -> noBridge(b, hosts, complete));
      if (network.isLocalnet()) {
        network.localnet().text().ifPresent(l -> noMapping(l, hosts, complete));
      }
    }
  }

  /**
   * Looks at an earlier definition when a policy comes later, which then gets the findings; once
   * for one that is in several namespaces.
   */
  static void late(Claim<NetworkClaims> definition, Hosts hosts, Report report) {
    var network = definition.claimed();
    var said = new Report();
    var rules = new HostJoinRules(network, new Value.Absent<>(PropertyPath.ROOT), said);
    rules.join(hosts, network.bridge(), rules.localnetText());
    var at =
        network
            .bridge()
            .flatMap(hosts.offers()::bridge)
            .map(BridgeOffer::path)
            .or(
                () ->
                    network
                        .localnet()
                        .text()
                        .flatMap(hosts.offers()::mapping)
                        .map(m -> m.localnet().written()))
            .orElse(PropertyPath.ROOT);
    said.findings().stream()
        .map(f -> readdressed(f, definition.owner().resource(), at))
        .filter(f -> !report.findings().contains(f))
        .forEach(report::add);
  }

  private static Finding readdressed(Finding f, String resource, PropertyPath at) {
    return new Finding(
        f.code(),
        f.severity(),
        at,
        resource + " does not fit: " + f.what(),
        f.why(),
        f.fix(),
        f.resource(),
        f.upstream());
  }

  /** The name of the resource ends with the bridge. */
  private void marker() {
    var resource = network.resourceName();
    var name = resource.text().orElse("");
    var prefix = MARKERS.stream().filter(name::startsWith).findFirst();
    if (prefix.isPresent()
        && network.bridge().filter(b -> !name.equals(prefix.get() + b)).isPresent()) {
      report.add(
          NetworkCatalogue.MARKER_OF_OTHER_BRIDGE,
          resource.written(),
          resource.shown() + " is not the marker of " + network.bridgeShown() + ".");
    }
  }

  private void typed(HostBridgeSpec bridge) {
    BridgeJoinRules.check(network, BridgeOffer.of(bridge), joined.path(), report);
    if (network.isLocalnet()) {
      bridge.localnets().ifKnown(all -> localnets(all, bridge));
    }
  }

  private void localnets(List<Value<String>> all, HostBridgeSpec bridge) {
    var localnet = network.localnet();
    boolean mapped =
        localnet.text().isEmpty()
            || all.stream()
                .anyMatch(l -> l.isUnknown() || l.known().filter(localnet::is).isPresent());
    if (!mapped) {
      report.add(
          NetworkCatalogue.LOCALNET_NOT_ON_BRIDGE,
          localnet.written(),
          bridge.name().shown()
              + " does not carry the localnet "
              + localnet.shown()
              + " (it carries "
              + (all.isEmpty()
                  ? "none"
                  : String.join(", ", all.stream().map(Value::shown).toList()))
              + ").");
    }
  }

  private boolean join(Hosts hosts, Optional<String> name, Optional<String> localnet) {
    var offers = hosts.offers();
    var bridge = name.flatMap(offers::bridge);
    bridge.ifPresent(b -> BridgeJoinRules.check(network, b, place(), report));
    bridge.filter(b -> b.vlans().isPresent()).ifPresent(b -> addressBooks(hosts));
    var mapping = localnet.flatMap(offers::mapping);
    mapping
        .map(Mapping::bridge)
        .flatMap(offers::bridge)
        .ifPresent(b -> BridgeJoinRules.check(network, b, network.localnet().written(), report));
    return bridge.isPresent() || mapping.isPresent();
  }

  /** Not where something has been said about it already. */
  private void addressBooks(Hosts hosts) {
    var ipam = network.ipam().get("type");
    boolean single = hosts.nodes().filter(n -> n.labels().containsKey(HOSTNAME)).isPresent();
    if (ipam.is("host-local")
        && !single
        && report.findings().stream().noneMatch(f -> f.path().equals(ipam.written()))) {
      report.add(
          NetworkCatalogue.HOST_LOCAL_ON_NODES,
          ipam.written(),
          network.bridgeShown() + " joins the nodes to one network.");
    }
  }

  private PropertyPath place() {
    if (joined.isGiven()) {
      return joined.path();
    }
    return network.bridgePart().isSet()
        ? network.bridgePart().written()
        : network.plugin().get("type").written();
  }

  private Optional<String> localnetText() {
    return network.isLocalnet() ? network.localnet().text() : Optional.empty();
  }

  private void noBridge(String bridge, List<Claim<Hosts>> hosts, boolean complete) {
    var made =
        hosts.stream()
            .flatMap(h -> h.claimed().offers().bridges().stream())
            .map(BridgeOffer::shown)
            .distinct()
            .sorted()
            .toList();
    if (!complete || made.isEmpty() || NOT_BY_POLICY.contains(bridge)) {
      report.notChecked(place(), "bridge " + network.bridgeShown() + " is not managed here");
    } else {
      missing(
          NetworkCatalogue.BRIDGE_NOT_MADE,
          place(),
          "makes bridge " + network.bridgeShown(),
          bridge,
          made);
    }
  }

  private void noMapping(String localnet, List<Claim<Hosts>> hosts, boolean complete) {
    var mapped =
        hosts.stream()
            .flatMap(h -> h.claimed().offers().mappings().stream())
            .map(m -> m.localnet().shown())
            .distinct()
            .sorted()
            .toList();
    if (!complete || mapped.isEmpty()) {
      report.notChecked(
          network.localnet().written(),
          "localnet " + network.localnet().shown() + " is not managed here");
    } else {
      missing(
          NetworkCatalogue.LOCALNET_NOT_MAPPED,
          network.localnet().written(),
          "maps localnet " + network.localnet().shown(),
          localnet,
          mapped);
    }
  }

  private void missing(Rule rule, PropertyPath path, String what, String name, List<String> there) {
    var shown = String.join(", ", there.subList(0, Math.min(there.size(), 5)));
    report.add(
        rule,
        path,
        "No policy here " + what + " (there is " + shown + (there.size() > 5 ? ", …" : "") + ").",
        Nearest.to(name, there)
                .filter(n -> !n.equals(Part.SECRET))
                .map(n -> "Did you mean " + n + "? ")
                .orElse("")
            + rule.fix());
  }
}
