package io.kubevirtnet.provider.plan;

import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.policy.AlikeLines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Nodes to which the same happens, but for their own addresses. */
record NodeGroups(List<Group> groups) {

  /**
   * Some nodes.
   *
   * @param lines their own, without the addresses in which they differ
   */
  record Group(
      List<Integer> nodes,
      List<String> lines,
      ManagementVerdict.Kind management,
      List<String> touches) {}

  private record Key(List<String> lines, ManagementVerdict.Kind management, List<String> touches) {}

  static NodeGroups of(Collection<NodeStep> steps) {
    Map<Key, List<NodeStep>> byKey = new LinkedHashMap<>();
    for (var step : steps) {
      var key =
          new Key(AlikeLines.of(step.lines()), step.management(), AlikeLines.of(step.touches()));
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(step);
    }
    var groups = new ArrayList<Group>();
    byKey.forEach(
        (key, some) ->
            groups.add(
                new Group(
                    some.stream().map(NodeStep::node).toList(),
                    common(some, NodeStep::lines),
                    key.management(),
                    common(some, NodeStep::touches))));
    return new NodeGroups(List.copyOf(groups));
  }

  private static List<String> common(List<NodeStep> steps, Function<NodeStep, List<String>> what) {
    return AlikeLines.common(steps.stream().map(what).toList());
  }
}
