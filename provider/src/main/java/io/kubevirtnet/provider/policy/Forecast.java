package io.kubevirtnet.provider.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.node.Baseline;
import io.kubevirtnet.node.ManagementPath;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.NodeReport;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a preview says about the nodes: what changes, what a teardown puts back, how long it takes.
 */
final class Forecast {
  private static final int GROUPS = 3;
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build();

  private final Cluster cluster;
  private final PolicyInputs inputs;
  private final PolicyState state;
  private final String owner;
  private Optional<LifeProblem> refusal = Optional.empty();

  Forecast(Cluster cluster, PolicyInputs inputs, PolicyState state, String owner) {
    this.cluster = cluster;
    this.inputs = inputs;
    this.state = state;
    this.owner = owner;
  }

  List<String> lines() {
    if (inputs.selector().isEmpty()) {
      return List.of("which nodes change is known after apply");
    }
    var fleet = Fleet.of(cluster, inputs.nodes(), state.touched());
    var all = cluster.policies();
    var rendering = Rendering.on(cluster, inputs, all, fleet.names());
    var others = OtherPolicies.stamped(all, state, owner);
    if (inputs.complete()) {
      refusal = new FreshCaptures(inputs, rendering, state, takeBack(others)).problem(fleet);
    }
    var lines = new ArrayList<String>();
    lines.addAll(changes(fleet, rendering, takeBack(others)));
    lines.addAll(leaving(fleet));
    if (inputs.reverts()) {
      lines.addAll(takeBack(fleet, rendering, others));
    } else {
      lines.add("teardown: leave: a delete changes nothing on the nodes");
    }
    lines.addAll(duration(fleet, rendering));
    return lines;
  }

  /** What the update is going to be refused for, as far as {@link #lines} has seen. */
  Optional<LifeProblem> refusal() {
    return refusal;
  }

  private TakeBack takeBack(OtherPolicies others) {
    return new TakeBack(state.applied(), state.baselines(), inputs.baseline(), others);
  }

  private List<String> changes(Fleet fleet, Rendering rendering, TakeBack takeBack) {
    var byNode = new LinkedHashMap<String, List<String>>();
    for (var node : fleet.matching()) {
      var report = rendering.reports().get(node.name());
      if (report != null) {
        var shrink =
            state.touched().contains(node.name())
                ? takeBack.shrunk(node, inputs.desired())
                : Fields.EMPTY;
        rendering
            .on(node.name())
            .map(d -> new io.kubevirtnet.node.Revert(shrink, List.of()).with(d))
            .ifPresent(
                d ->
                    byNode.put(
                        node.name(),
                        io.kubevirtnet.node.HostDiff.between(report.state(), d).lines()));
      }
    }
    return grouped(byNode);
  }

  /** The first groups, and how many more there are. */
  private static List<String> grouped(Map<String, List<String>> byNode) {
    var groups = new LinkedHashMap<List<String>, List<String>>();
    byNode.forEach(
        (node, lines) -> {
          if (!lines.isEmpty()) {
            groups.computeIfAbsent(AlikeLines.of(lines), l -> new ArrayList<>()).add(node);
          }
        });
    var text = new ArrayList<String>();
    groups.entrySet().stream()
        .limit(GROUPS)
        .forEach(
            g -> {
              var own = g.getValue().stream().map(byNode::get).distinct().toList();
              var lines = own.size() == 1 ? own.get(0) : g.getKey();
              text.add(on(g.getValue()) + String.join("; ", lines));
            });
    int more = groups.values().stream().skip(GROUPS).mapToInt(List::size).sum();
    if (more > 0) {
      text.add("on " + more + " more nodes: changes of the same kind");
    }
    return text;
  }

  private static String on(List<String> nodes) {
    return "on " + (nodes.size() == 1 ? nodes.get(0) : nodes.size() + " nodes") + ": ";
  }

  private List<String> leaving(Fleet fleet) {
    if (fleet.left().isEmpty()) {
      return List.of();
    }
    var names = Names.some(Fleet.names(fleet.left()));
    return List.of(
        inputs.revertsLeft()
            ? names + " match no longer and are put back"
            : names + " match no longer and keep what was made there (leftBehind: leave)");
  }

  private List<String> takeBack(Fleet fleet, Rendering rendering, OtherPolicies others) {
    var groups = new LinkedHashMap<Fields, List<String>>();
    for (var node : fleet.matching()) {
      var report = rendering.reports().get(node.name());
      if (report != null && !inputs.desired().hasUnknown()) {
        back(node, report, rendering, others)
            .ifPresent(b -> groups.computeIfAbsent(b, g -> new ArrayList<>()).add(node.name()));
      }
    }
    var lines = new ArrayList<String>();
    groups.entrySet().stream()
        .limit(GROUPS)
        .forEach(
            g ->
                lines.add(
                    "a delete puts back "
                        + on(g.getValue()).stripTrailing()
                        + "\n"
                        + yaml(g.getKey()).indent(2).stripTrailing()));
    int more = groups.values().stream().skip(GROUPS).mapToInt(List::size).sum();
    if (more > 0) {
      lines.add("a delete puts back on " + more + " more nodes: what each of them had");
    }
    return lines;
  }

  private Optional<Fields> back(
      ClusterNode node, NodeReport report, Rendering rendering, OtherPolicies others) {
    var desired = rendering.on(node.name());
    if (desired.isEmpty()) {
      return Optional.empty();
    }
    var baselines =
        state.baselines().has(node.name())
                || state.touched().contains(node.name())
                || Baseline.showsOwn(report.state(), desired.get())
            ? state.baselines()
            : Baselines.NONE.with(node.name(), Baseline.of(report.state(), desired.get()).state());
    var back =
        new TakeBack(
                List.of(Applied.everywhere(desired.get())), baselines, inputs.baseline(), others)
            .whole(node);
    return back.fields().isEmpty() ? Optional.empty() : Optional.of(back);
  }

  private List<String> duration(Fleet fleet, Rendering rendering) {
    var up = fleet.matching().stream().filter(Fleet::isUp).toList();
    if (up.isEmpty()) {
      return List.of("no node can take it now: not Ready, or without nmstate's handler");
    }
    var limit = RolloutLimit.of(inputs.maxUnavailable(), up.size(), inputs.limit());
    var lines = new ArrayList<String>();
    int atOnce = Math.min(limit.batch(), up.size());
    lines.add(
        "rollout on %s, %s at a time, %s at worst"
            .formatted(
                up.size() == 1 ? "1 node" : up.size() + " nodes", atOnce, text(limit.whole())));
    if (atOnce == 1 && up.size() > 2 && isFarFromManagement(up, rendering)) {
      lines.add("no management interface is touched: maxUnavailable may be more than 1");
    }
    return lines;
  }

  private boolean isFarFromManagement(List<ClusterNode> nodes, Rendering rendering) {
    return nodes.stream()
        .allMatch(
            node -> {
              var report = rendering.reports().get(node.name());
              return report != null
                  && rendering
                      .on(node.name())
                      .map(
                          d ->
                              ManagementPath.of(report.state(), node.internalIps())
                                  .touchedBy(d, report.state()))
                      .filter(v -> v.kind() == ManagementVerdict.Kind.UNTOUCHED)
                      .isPresent();
            });
  }

  private static String text(Duration duration) {
    return duration.toMinutes() < 1
        ? duration.toSeconds() + " s"
        : duration.toMinutes() < 120 ? duration.toMinutes() + " min" : duration.toHours() + " h";
  }

  private static String yaml(Fields state) {
    try {
      return YAML.writeValueAsString(hidden(state).plain());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Tree hidden(Tree tree) {
    if (tree instanceof Scalar s) {
      return s.marks().secret() ? Tree.of("[secret]") : s;
    }
    if (tree instanceof Items l) {
      return Tree.of(l.items().stream().map(Forecast::hidden).toList());
    }
    if (tree instanceof Fields f) {
      var all = Fields.EMPTY;
      for (var entry : f.fields().entrySet()) {
        all = all.with(entry.getKey(), hidden(entry.getValue()));
      }
      return all;
    }
    return Tree.of("(known after apply)");
  }
}
