package io.kubevirtnet.node;

import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.EntryChange.Section;
import io.kubevirtnet.node.InterfaceChange.Kind;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All that there is to say about one desired state on one node. */
final class NodeJudgement {
  /** Tunnels and ports that belong to the pod network. */
  private static final List<String> OF_POD_NETWORK = List.of("genev", "ovn-k8s-", "vxlan_sys");

  /**
   * @param what without the node, and without the full stop
   * @param detail what may differ from node to node
   */
  record NodeFinding(Rule rule, PropertyPath path, String what, String detail) {}

  private final Fields desired;
  private final NodeFacts node;
  private final boolean managementAllowed;
  private final Places places;
  private final Links before;
  private final Links after;
  private final NetworkState afterState;
  private final NodeChange change;
  private final Wanted wanted;
  private final ManagementPath path;
  private final List<NodeFinding> findings = new ArrayList<>();

  NodeJudgement(Fields desired, NodeFacts node, boolean managementAllowed, Places places) {
    this.desired = desired;
    this.node = node;
    this.managementAllowed = managementAllowed;
    this.places = places;
    before = Links.of(node.state());
    afterState = Effect.apply(node.state(), desired);
    after = Links.of(afterState);
    change = HostDiff.between(node.state(), desired);
    wanted = Wanted.of(desired, before);
    path = ManagementPath.of(node.state(), node.internalIps());
  }

  List<String> open() {
    return change.open();
  }

  List<NodeFinding> findings() {
    if (findings.isEmpty() && !change.isEmpty()) {
      management();
      change.interfaces().forEach(this::ports);
      change.interfaces().forEach(this::children);
      wanted.links().forEach(this::names);
      unmanaged();
      dns();
      routes();
    }
    return findings;
  }

  private void add(Rule rule, PropertyPath at, String what, String detail) {
    findings.add(new NodeFinding(rule, at, what, detail));
  }

  private void management() {
    var verdict = path.touchedBy(change, node.state(), afterState);
    if (!path.isKnown()) {
      add(
          NodeCatalogue.MANAGEMENT_UNKNOWN,
          places.base(),
          "no interface has a default route or the address of the node",
          "");
    }
    var at = touchedPlace(verdict);
    var touched = String.join("; ", verdict.touches());
    if (verdict.underBrEx()) {
      add(NodeCatalogue.UNDER_BR_EX, at, "the network below br-ex changes", touched);
    } else if (!touched.isEmpty() && !managementAllowed) {
      var how =
          verdict
              .risk()
              .map(r -> "and is not taken over safely: " + r)
              .orElse("and a bridge takes over its addresses");
      add(NodeCatalogue.MANAGEMENT_TOUCHED, at, "the way to the node changes, " + how, touched);
    } else if (verdict.risk().isPresent()) {
      add(
          NodeCatalogue.NO_TAKEOVER,
          at,
          "the way to the node changes, and " + verdict.risk().get(),
          touched);
    }
  }

  private PropertyPath touchedPlace(ManagementVerdict verdict) {
    return change.interfaces().stream()
        .filter(i -> verdict.touches().stream().anyMatch(t -> t.startsWith(i.name() + " ")))
        .findFirst()
        .map(i -> places.ofPort(i.to().orElse(""), i.name()))
        .orElse(places.base());
  }

  private void ports(InterfaceChange link) {
    var to = link.to();
    if (to.isEmpty() || !link.movesController() || link.kind() == Kind.CREATED) {
      return;
    }
    var at = places.ofPort(to.get(), link.name());
    boolean steals = link.from().filter(f -> !isMentioned(f)).isPresent();
    if (steals) {
      add(
          NodeCatalogue.PORT_TAKEN,
          at,
          "%s moves from %s to %s".formatted(link.name(), link.from().orElse(""), to.get()),
          "");
    }
    if (OF_POD_NETWORK.stream().anyMatch(link.name()::startsWith)) {
      add(
          NodeCatalogue.POD_NETWORK_PORT,
          at,
          "%s belongs to the pod network and would become a port of %s"
              .formatted(link.name(), to.get()),
          "");
    }
    if (!link.lostAddresses().isEmpty() && !path.contains(link.name()) && !isTakenOver(link)) {
      add(
          NodeCatalogue.ADDRESS_LOST,
          at,
          "%s joins %s and loses its address".formatted(link.name(), to.get()),
          String.join(", ", link.lostAddresses()));
    }
  }

  private boolean isMentioned(String name) {
    return wanted.links().stream().anyMatch(l -> l.name().equals(name));
  }

  private boolean isTakenOver(InterfaceChange port) {
    return before
        .kernel(port.name())
        .filter(
            p ->
                after
                    .kernel(port.to().orElse(""))
                    .filter(c -> Takeover.addresses(p, c).isEmpty())
                    .isPresent())
        .isPresent();
  }

  private void children(InterfaceChange link) {
    var parent = link.because().filter(b -> !link.type().equals("ovs-interface"));
    boolean isChild =
        parent.isPresent()
            && before.kernel(link.name()).filter(l -> !l.base().isEmpty()).isPresent();
    if (link.kind() == Kind.REMOVED && isChild && !isMentioned(link.name())) {
      add(
          NodeCatalogue.CHILD_VANISHES,
          places.of(parent.orElse("")),
          "%s %s vanishes with %s"
              .formatted(Known.label(link.type()), link.name(), parent.orElse("")),
          String.join(", ", link.lostAddresses()));
    }
  }

  /** Of two kinds that are not in one name space nmstate says nothing; the kernel does. */
  private void names(Link link) {
    if (!link.state().equals("up") || !link.isVirtual()) {
      return;
    }
    var other =
        link.key().isKernel()
            ? before.all().stream()
                .filter(l -> !l.key().isKernel() && l.name().equals(link.name()))
                .filter(l -> !link.type().equals("ovs-interface"))
                .findFirst()
            : before.kernel(link.name()).filter(l -> !l.type().equals("ovs-interface"));
    other.ifPresent(
        o ->
            add(
                NodeCatalogue.NAME_IN_USE,
                places.of(link.name()),
                "%s is there already, as %s".formatted(link.name(), Known.label(o.type())),
                ""));
  }

  private void unmanaged() {
    for (var link : before.all()) {
      boolean becomesManaged =
          link.state().equals("ignore")
              && after.get(link.key()).filter(l -> !l.state().equals("ignore")).isPresent();
      if (becomesManaged) {
        add(
            NodeCatalogue.UNMANAGED,
            places.of(link.name()),
            "NetworkManager does not manage %s so far".formatted(link.name()),
            "");
      }
    }
  }

  private void dns() {
    boolean changes =
        change.entries().stream().anyMatch(e -> e.section() == Section.DNS)
            || change.interfaces().stream().anyMatch(i -> !i.lostAddresses().isEmpty());
    if (changes && hasServers(node.state(), before) && !hasServers(afterState, after)) {
      add(NodeCatalogue.NO_DNS, places.section("dns-resolver"), "no DNS server is left", "");
    }
  }

  private static boolean hasServers(NetworkState state, Links links) {
    var config = Parts.object(state.fields(), "dns-resolver", "config");
    return !Parts.list(config, "server").isEmpty()
        || config.hasUnknown()
        || links.all().stream().anyMatch(NodeJudgement::asksForDns);
  }

  private static boolean asksForDns(Link link) {
    return Set.of("ipv4", "ipv6").stream()
        .map(link::ip)
        .anyMatch(
            ip ->
                IpMerge.isDynamic(ip)
                    && Parts.isTrue(ip, "enabled")
                    && Parts.text(ip, "auto-dns").map(Lenient::isTrue).orElse(true));
  }

  /** Those that nobody asked to remove, and that no other interface takes over. */
  private void routes() {
    var patterns =
        Parts.objects(Parts.object(desired, "routes"), "config").stream()
            .map(RouteEntry::new)
            .toList();
    for (var route : EntryDiff.lostRoutes(node.state().fields(), afterState.fields())) {
      boolean meant =
          patterns.stream()
              .anyMatch(
                  p ->
                      p.isAbsent()
                          ? p.matches(route)
                          : p.destination().equals(route.destination()));
      if (!meant && !path.contains(route.via())) {
        add(
            NodeCatalogue.ROUTE_LOST,
            places.of(route.via()),
            "a static route through %s goes with its address".formatted(route.via()),
            route.text());
      }
    }
  }
}
