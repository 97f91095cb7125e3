package io.kubevirtnet.provider.report;

import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.ResourceChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table of how many objects of each kind are made, changed and deleted. */
final class MarkdownCounts {
  private static final int KINDS = 8;
  private static final int LONGEST_KIND = 80;
  private static final List<Action> ORDER =
      List.of(Action.DELETE, Action.REPLACE, Action.CHANGE, Action.REWORD, Action.CREATE);

  private MarkdownCounts() {}

  /** Empty when no object is other than it was. */
  static String of(Plan plan) {
    if (plan.resources().isEmpty()) {
      return "";
    }
    Map<String, List<ResourceChange>> byKind = new TreeMap<>();
    plan.resources()
        .forEach(r -> byKind.computeIfAbsent(r.reference().kind(), k -> new ArrayList<>()).add(r));
    var most =
        byKind.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, List<ResourceChange>> e) -> -e.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    var table = new StringBuilder("| Kind | Deleted | Replaced | Changed | Reworded | Created |\n");
    table.append("|---|--:|--:|--:|--:|--:|\n");
    most.stream()
        .limit(KINDS)
        .forEach(e -> table.append(row(MarkdownText.of(e.getKey(), LONGEST_KIND), e.getValue())));
    if (most.size() > KINDS) {
      var others =
          most.subList(KINDS, most.size()).stream().flatMap(e -> e.getValue().stream()).toList();
      table.append(row(Count.of(most.size() - KINDS) + " other kinds", others));
    }
    return table.append('\n').toString();
  }

  private static String row(String kind, List<ResourceChange> changes) {
    var row = new StringBuilder("| " + kind);
    for (var action : ORDER) {
      row.append(" | ")
          .append(Count.of(changes.stream().filter(c -> c.action() == action).count()));
    }
    return row.append(" |\n").toString();
  }
}
