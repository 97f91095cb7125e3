package io.kubevirtnet.provider.drawing;

import io.kubevirtnet.provider.plan.Topology;
import io.kubevirtnet.provider.plan.Topology.Box;
import io.kubevirtnet.provider.plan.Topology.State;
import io.kubevirtnet.provider.plan.Topology.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Two topologies in one picture, in which nothing moves from the one to the other. */
record BothSides(List<DrawnBox> boxes, List<DrawnWire> wires) {
  BothSides {
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
  }

  static BothSides of(Topology before, Topology after) {
    var old = byId(before);
    var now = byId(after);
    var boxes = new TreeMap<String, DrawnBox>();
    old.forEach((id, box) -> boxes.put(id, new DrawnBox(box, Line.both(box.details()))));
    now.forEach((id, box) -> boxes.put(id, drawn(Optional.ofNullable(old.get(id)), box)));
    var wires = new TreeMap<List<String>, DrawnWire>(BothSides::compare);
    var oldWires = byPlace(before);
    oldWires.forEach((place, wire) -> wires.put(place, drawn(place, wire, wire.label())));
    byPlace(after)
        .forEach(
            (place, wire) -> {
              var was = oldWires.get(place);
              wires.put(place, drawn(place, wire, relabelled(Optional.ofNullable(was), wire)));
            });
    return new BothSides(List.copyOf(boxes.values()), List.copyOf(wires.values()));
  }

  private static SortedMap<String, Box> byId(Topology side) {
    var boxes = new TreeMap<String, Box>();
    side.boxes().forEach(b -> boxes.put(b.id(), b));
    return boxes;
  }

  private static DrawnBox drawn(Optional<Box> before, Box after) {
    var lines =
        before
            .map(b -> Line.of(b.details(), after.details()))
            .orElseGet(() -> Line.both(after.details()));
    return new DrawnBox(after, lines);
  }

  private static Map<List<String>, Wire> byPlace(Topology side) {
    var used = new HashMap<List<String>, Integer>();
    var wires = new TreeMap<List<String>, Wire>(BothSides::compare);
    for (var wire : side.wires()) {
      int place = used.merge(List.of(wire.from(), wire.to()), 1, Integer::sum);
      wires.put(List.of(wire.from(), wire.to(), String.format("%06d", place)), wire);
    }
    return wires;
  }

  private static DrawnWire drawn(List<String> place, Wire wire, String label) {
    return new DrawnWire(
        wire.from(), wire.to(), Integer.parseInt(place.get(2)), label, wire.broken(), wire.state());
  }

  private static String relabelled(Optional<Wire> before, Wire after) {
    return before
        .filter(b -> after.state() != State.SAME && !b.label().equals(after.label()))
        .map(b -> (b.label().isEmpty() ? "none" : b.label()) + " \u2192 " + after.label())
        .orElse(after.label());
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
