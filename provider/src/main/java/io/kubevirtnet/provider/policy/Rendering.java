package io.kubevirtnet.provider.policy;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.nmstate.Captures;
import io.kubevirtnet.nmstate.Captures.Captured;
import io.kubevirtnet.nmstate.HandlerDefaults;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.Enactment;
import io.kubevirtnet.provider.cluster.NodeReport;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The desired state as each node is handed it: with what the captures took there, at the first
 * time, in the place of the templates, and with what the handler adds by itself.
 */
final class Rendering {
  private final PolicyInputs inputs;
  private final Map<String, NodeReport> reports;
  private final Map<String, Enactment> enactments = new HashMap<>();
  private final Fields same;

  /**
   * @param enactments of the policy, as long as its captures are what the inputs say
   */
  Rendering(PolicyInputs inputs, Map<String, NodeReport> reports, List<Enactment> enactments) {
    this.inputs = inputs;
    this.reports = reports;
    this.same = HandlerDefaults.apply(inputs.desired());
    enactments.forEach(e -> this.enactments.put(e.node(), e));
  }

  /** As the policies that are there, and the nodes, make it. */
  static Rendering on(Cluster cluster, PolicyInputs inputs, List<Policy> all, List<String> nodes) {
    var kept =
        inputs.hasTemplates()
            ? all.stream().filter(p -> hasCapturesOf(inputs, p)).findFirst()
            : Optional.<Policy>empty();
    return new Rendering(
        inputs,
        cluster.reports(nodes),
        kept.map(p -> cluster.enactments(p.name())).orElse(List.of()));
  }

  private static boolean hasCapturesOf(PolicyInputs inputs, Policy policy) {
    var there = States.object(policy.spec(), "capture");
    return inputs.name().known().filter(policy.name()::equals).isPresent()
        && inputs.capture().entrySet().stream()
            .allMatch(c -> States.text(there, c.getKey()).equals(Optional.of(c.getValue())));
  }

  Map<String, NodeReport> reports() {
    return reports;
  }

  /** Nothing when a capture can not be resolved from what is known of the node. */
  Optional<Fields> on(String node) {
    if (!inputs.hasTemplates()) {
      return Optional.of(same);
    }
    var kept = kept(node);
    return kept.isPresent()
        ? kept.flatMap(this::render)
        : Optional.ofNullable(reports.get(node)).flatMap(r -> anew(r.state()));
  }

  /** What the policy took on a node before, and its handler uses again. */
  private Optional<Captured> kept(String node) {
    var captured = Optional.ofNullable(enactments.get(node)).map(Enactment::captured);
    return captured
        .filter(c -> c.keySet().containsAll(inputs.capture().keySet()))
        .map(
            c -> {
              var states = new LinkedHashMap<String, NetworkState>();
              c.forEach((name, state) -> states.put(name, new NetworkState(state)));
              return new Captured(states);
            });
  }

  boolean isKept(String node) {
    return kept(node).isPresent();
  }

  /** What a node that is in this state is handed by captures that are taken there now. */
  Optional<Fields> anew(NetworkState state) {
    var ignored = new Report();
    return Captures.parse((Fields) Tree.of(inputs.capture()), PropertyPath.ROOT, ignored)
        .resolve(state, ignored)
        .flatMap(this::render);
  }

  private Optional<Fields> render(Captured captured) {
    var report = new Report();
    var rendered = Captures.render(inputs.desired(), captured, PropertyPath.ROOT, report);
    return report.findings().stream().anyMatch(Finding::isError)
        ? Optional.empty()
        : Optional.of(HandlerDefaults.apply(rendered));
  }

  /** What these nodes are going to have; equal things once. */
  List<Applied> on(List<String> nodes) {
    if (!inputs.hasTemplates()) {
      return List.of(Applied.everywhere(same));
    }
    var groups = new LinkedHashMap<Fields, Set<String>>();
    nodes.forEach(
        n -> on(n).ifPresent(s -> groups.computeIfAbsent(s, k -> new TreeSet<>()).add(n)));
    var all = new ArrayList<Applied>();
    groups.forEach((state, names) -> all.add(new Applied(names, state)));
    return all;
  }
}
