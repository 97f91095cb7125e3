package io.kubevirtnet.provider.drawing;

import io.kubevirtnet.provider.plan.Topology.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a topology is drawn. One that is too large to be looked at is drawn where it changes.
 *
 * @param note what is left out; empty when nothing is
 */
record Excerpt(BothSides drawn, String note) {

  static Excerpt of(BothSides all, int limit) {
    if (all.boxes().size() <= limit) {
      return new Excerpt(all, "");
    }
    var wanted = new HashSet<String>();
    all.boxes().stream().filter(DrawnBox::isChanged).forEach(b -> wanted.add(b.id()));
    for (var wire : all.wires()) {
      if (wire.isBroken() || wire.state() != State.SAME) {
        wanted.add(wire.from());
        wanted.add(wire.to());
      }
    }
    var near = new HashSet<>(wanted);
    for (var wire : all.wires()) {
      if (wanted.contains(wire.from()) || wanted.contains(wire.to())) {
        near.add(wire.from());
        near.add(wire.to());
      }
    }
    var parents = parents(all);
    near.addAll(near.stream().map(id -> parents.getOrDefault(id, "")).toList());
    var known = parents.keySet();
    near.retainAll(known);
    int wantedNow = near.size();
    var kept = wantedNow <= limit ? near : most(all, wanted, near, parents, limit);
    var note = "Of " + all.boxes().size() + " boxes, " + kept.size() + " are drawn: ";
    note +=
        kept.isEmpty()
            ? "nothing here changes."
            : wantedNow <= limit
                ? "what changes, and what hangs on it."
                : "the first of those that change, and of what hangs on them.";
    return new Excerpt(only(all, kept), note);
  }

  /** A box never stands without the one around it. */
  private static Set<String> most(
      BothSides all, Set<String> wanted, Set<String> near, Map<String, String> parents, int limit) {
    var order = new ArrayList<>(all.boxes().stream().filter(b -> near.contains(b.id())).toList());
    order.sort(
        Comparator.comparing((DrawnBox b) -> !wanted.contains(b.id()))
            .thenComparing(b -> b.box().layer())
            .thenComparing(DrawnBox::id));
    var kept = new HashSet<String>();
    for (var box : order) {
      var parent = parents.getOrDefault(box.id(), "");
      int needs = parent.isEmpty() || kept.contains(parent) ? 1 : 2;
      if (!kept.contains(box.id()) && kept.size() + needs <= limit) {
        kept.add(box.id());
        if (!parent.isEmpty()) {
          kept.add(parent);
        }
      }
    }
    return kept;
  }

  private static Map<String, String> parents(BothSides all) {
    var ids = new HashSet<String>();
    all.boxes().forEach(b -> ids.add(b.id()));
    var parents = new HashMap<String, String>();
    all.boxes()
        .forEach(b -> parents.put(b.id(), ids.contains(b.box().parent()) ? b.box().parent() : ""));
    return parents;
  }

  private static BothSides only(BothSides all, Set<String> kept) {
    List<DrawnBox> boxes = all.boxes().stream().filter(b -> kept.contains(b.id())).toList();
    return new BothSides(
        boxes,
        all.wires().stream()
            .filter(w -> kept.contains(w.from()) && kept.contains(w.to()))
            .toList());
  }
}
