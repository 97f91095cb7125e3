package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules for what a virtual cluster's values say of its nodes: pools, and kube-vip. */
public final class AutoNodesRules {
  private static final int MAX_PORT = 65535;

  private final List<Part> types;
  private final boolean typesKnown;
  private final Report report;
  private final Set<String> names = new HashSet<>();

  private AutoNodesRules(Part types, Report report) {
    this.types = types.items();
    this.typesKnown = !types.isOpen() && this.types.stream().noneMatch(Part::isOpen);
    this.report = report;
  }

  /**
   * Pools by their conditions and names, and the address of the control plane by its form.
   *
   * @param values with {@code privateNodes} and {@code controlPlane}, as vcluster.yaml has them
   * @param types names of the provider's node types, a list; open when they are not known
   */
  public static void check(Part values, Part types, Report report) {
    var rules = new AutoNodesRules(types, report);
    for (var nodes : values.get("privateNodes", "autoNodes").items()) {
      PropertyRules.check(
          nodes.get("properties"), PropertyOrigin.CLAIM, PlatformRelease.newest(), report);
      Stream.of("static", "dynamic").forEach(k -> nodes.get(k).items().forEach(rules::pool));
    }
    rules.controlPlane(values.get("controlPlane"));
  }

  private void pool(Part pool) {
    var name = pool.get("name");
    if (!name.isSet() || name.is("")) {
      report.add(AutoNodesCatalogue.POOL_NAME, Reading.place(pool), "The pool has no name.");
    }
    Reading.text(name)
        .filter(n -> !n.isEmpty() && !names.add(n))
        .ifPresent(
            n ->
                report.add(
                    AutoNodesCatalogue.POOL_NAME,
                    name.written(),
                    "Two pools are called " + name.shown() + "."));
    for (var requirement : pool.get("nodeTypeSelector").items()) {
      Requirement.check(requirement, report);
      type(requirement);
    }
    var checks = new ObjectChecks(report);
    checks.quantities(pool.get("limits"));
    checks.taints(pool.get("taints"));
    checks.labelsOf(pool.get("nodeLabels"));
    quantity(pool.get("quantity"));
  }

  private void quantity(Part quantity) {
    quantity
        .number()
        .filter(q -> q < 0)
        .ifPresent(
            q ->
                report.add(
                    ObjectCatalogue.COUNT,
                    quantity.written(),
                    quantity.shown() + " is below 0.",
                    "Write 0 or more."));
  }

  /** A pool of a type that there is not stays empty; by a pattern of labels nobody can tell. */
  private void type(Part requirement) {
    boolean names =
        requirement.get("property").is(PropertyKey.NODE_TYPE.key())
            && (!requirement.get("operator").isSet() || requirement.get("operator").is("In"));
    if (names && typesKnown) {
      Stream.concat(Stream.of(requirement.get("value")), requirement.get("values").items().stream())
          .forEach(this::typeName);
    }
  }

  private void typeName(Part name) {
    Reading.text(name)
        .filter(n -> types.stream().noneMatch(t -> t.is(n)))
        .ifPresent(
            n ->
                report.add(
                    AutoNodesCatalogue.POOL_TYPE,
                    name.written(),
                    "No node type is called " + name.shown() + ".",
                    meant(name, n)
                        .map(m -> "Did you mean " + m + "?")
                        .orElse(AutoNodesCatalogue.POOL_TYPE.fix())));
  }

  private Optional<String> meant(Part written, String name) {
    return Reading.isSecret(written)
        ? Optional.empty()
        : Nearest.to(name, types.stream().flatMap(t -> t.text().stream()).toList());
  }

  private void controlPlane(Part controlPlane) {
    var endpoint = controlPlane.get("endpoint");
    var gateway = controlPlane.get("advanced", "kubeVip", "gateway");
    report.check(
        Reading.value(endpoint),
        text -> addEndpoint(endpoint, isEndpoint(text) ? "" : "is not an address with a port"));
    report.check(
        Reading.value(gateway),
        text ->
            addEndpoint(
                gateway,
                IpNetwork.parse(text).filter(IpNetwork::hasHostBits).isPresent()
                    ? ""
                    : "is not the address of a router with the length of its prefix"));
    outside(endpoint, gateway);
  }

  /** The nodes are on the network of the router. */
  private void outside(Part endpoint, Part gateway) {
    var address = Reading.text(endpoint).flatMap(AutoNodesRules::address);
    var network = Reading.text(gateway).flatMap(IpNetwork::parse);
    if (address.isPresent()
        && network.isPresent()
        && IpText.address(address.get()).filter(a -> !network.get().contains(a)).isPresent()) {
      addEndpoint(endpoint, "is not an address of the network of " + gateway.shown());
    }
  }

  private void addEndpoint(Part part, String problem) {
    if (!problem.isEmpty()) {
      report.add(
          AutoNodesCatalogue.ENDPOINT, part.written(), "\"" + part.shown() + "\" " + problem + ".");
    }
  }

  private static boolean isEndpoint(String text) {
    int colon = text.lastIndexOf(':');
    var port = text.substring(colon + 1);
    return address(text).isPresent()
        && port.matches("\\d{1,5}")
        && Integer.parseInt(port) >= 1
        && Integer.parseInt(port) <= MAX_PORT;
  }

  /** The address before the port; one of IPv6 stands in brackets. */
  private static Optional<String> address(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    var host = text.substring(0, colon);
    boolean brackets = host.startsWith("[") && host.endsWith("]");
    var bare = brackets ? host.substring(1, host.length() - 1) : host;
    return IpText.address(bare).filter(a -> a.isIPv6() == brackets).map(a -> bare);
  }
}
