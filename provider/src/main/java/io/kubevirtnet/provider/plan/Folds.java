package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.plan.Picture.Piece;
import io.kubevirtnet.provider.plan.Topology.Layer;
import io.kubevirtnet.provider.plan.Topology.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which boxes of both sides become one, so that a drawing of thousands of things stays one that a
 * person can read. It looks at both sides at once: what is one on one side is one on the other.
 */
final class Folds {
  /** More than so many that are alike are one in any drawing. */
  private static final int ALIKE = 5;

  private static final int MOST_GROUPS = 40;
  private static final int MOST = 200;
  private static final int MOST_OUTSIDE = 60;

  private final Picture before;
  private final Picture after;
  private final Map<Layer, List<Thing>> things = new HashMap<>();
  private final Map<String, State> states = new HashMap<>();
  private final Map<String, String> folded = new HashMap<>();
  private final Map<String, List<List<String>>> wires = new HashMap<>();

  /** One thing on both sides. */
  private record Thing(Piece piece, State state) {
    String id() {
      return piece.id();
    }
  }

  private Folds(Picture before, Picture after) {
    this.before = before;
    this.after = after;
  }

  static Folds of(Picture before, Picture after) {
    var folds = new Folds(before, after);
    folds.collect();
    folds.hosts();
    folds.attachments();
    folds.machines();
    folds.types();
    return folds;
  }

  /** The id of the box that a piece is a part of. */
  String box(String id) {
    return folded.getOrDefault(id, id);
  }

  State state(String id) {
    return states.getOrDefault(id, State.SAME);
  }

  private void collect() {
    var ids = new TreeSet<>(before.pieces().keySet());
    ids.addAll(after.pieces().keySet());
    for (var id : ids) {
      var old = before.find(id);
      var now = after.find(id);
      var piece = now.or(() -> old).orElseThrow();
      var state = state(old, now);
      states.put(id, state);
      things.computeIfAbsent(piece.layer(), l -> new ArrayList<>()).add(new Thing(piece, state));
    }
  }

  private static State state(Optional<Piece> old, Optional<Piece> now) {
    boolean was = old.filter(p -> !p.outside()).isPresent();
    boolean is = now.filter(p -> !p.outside()).isPresent();
    if (was && is) {
      return old.get().isLike(now.get()) ? State.SAME : State.CHANGED;
    }
    if (was || is) {
      return was ? State.DELETED : State.CREATED;
    }
    return old.isPresent() == now.isPresent()
        ? State.SAME
        : old.isPresent() ? State.DELETED : State.CREATED;
  }

  private List<Thing> layer(Layer layer) {
    return things.getOrDefault(layer, List.of());
  }

  private void hosts() {
    var groups = layer(Layer.NODES);
    var children = new HashMap<String, List<Thing>>();
    for (var layer : List.of(Layer.UPLINK, Layer.BRIDGE)) {
      layer(layer)
          .forEach(
              t -> children.computeIfAbsent(t.piece().parent(), p -> new ArrayList<>()).add(t));
    }
    fold(groups, ALIKE + 1, t -> List.of(t.state(), contents(t, children, this::said)));
    ifMoreThan(
        MOST_GROUPS, groups, t -> List.of(t.state(), contents(t, children, c -> c.piece().kind())));
    ifMoreThan(MOST_GROUPS, groups, t -> t.state());
    for (var layer : List.of(Layer.UPLINK, Layer.BRIDGE)) {
      var inside = layer(layer).stream().filter(t -> !t.piece().parent().isEmpty()).toList();
      fold(
          inside.stream().filter(t -> folded.containsKey(t.piece().parent())).toList(),
          2,
          t -> List.of(box(t.piece().parent()), t.piece().label(), t.state()));
      ifMoreThan(MOST, inside, t -> List.of(box(t.piece().parent()), t.piece().kind(), t.state()));
      var outside = layer(layer).stream().filter(t -> t.piece().parent().isEmpty()).toList();
      ifMoreThan(MOST_OUTSIDE, outside, t -> List.of(t.piece().details(), t.state()));
    }
  }

  private Object said(Thing child) {
    return List.of(
        child.piece().layer(),
        child.piece().label(),
        child.piece().details(),
        child.state(),
        wires(child).stream().map(w -> w.subList(2, w.size())).toList());
  }

  private static List<String> contents(
      Thing group, Map<String, List<Thing>> children, Function<Thing, Object> what) {
    return children.getOrDefault(group.id(), List.of()).stream()
        .map(c -> String.valueOf(what.apply(c)))
        .sorted()
        .toList();
  }

  private void attachments() {
    var all = layer(Layer.ATTACHMENT);
    var singles = new TreeSet<String>();
    for (var layer : List.of(Layer.MACHINE, Layer.NODE_TYPE)) {
      layer(layer).stream()
          .filter(t -> t.state() != State.SAME)
          .forEach(t -> wires(t).forEach(w -> singles.add(w.get(1))));
    }
    ifMoreThan(
        MOST,
        all,
        t ->
            singles.contains(t.id()) || t.state() != State.SAME
                ? t.id()
                : List.of(joins(t), t.piece().kind(), t.state()));
    ifMoreThan(MOST, all, t -> List.of(joins(t), t.piece().kind(), t.state()));
    ifMoreThan(MOST, all, t -> List.of(t.piece().kind(), t.state()));
  }

  /** What it hangs on, and whether it fits. */
  private List<List<String>> joins(Thing thing) {
    return wires(thing).stream()
        .map(w -> List.of(w.get(0), box(w.get(1)), w.get(3).isEmpty() ? "" : "broken"))
        .distinct()
        .sorted(Comparator.comparing(String::valueOf))
        .toList();
  }

  private List<List<String>> alike(Thing thing) {
    return wires(thing).stream()
        .map(w -> List.of(w.get(0), box(w.get(1)), w.get(2), w.get(3)))
        .sorted(Comparator.comparing(String::valueOf))
        .toList();
  }

  private void machines() {
    var all = layer(Layer.MACHINE);
    fold(all, ALIKE + 1, t -> List.of(t.piece().kind(), alike(t), t.state()));
    ifMoreThan(MOST, all, t -> List.of(t.piece().kind(), alike(t), t.state()));
    ifMoreThan(MOST, all, t -> List.of(joins(t), t.state()));
    ifMoreThan(MOST, all, t -> List.of(t.piece().kind(), t.state()));
    ifMoreThan(MOST, all, Thing::state);
  }

  private void types() {
    var all = layer(Layer.NODE_TYPE);
    ifMoreThan(MOST, all, t -> List.of(t.piece().kind(), joins(t), t.state()));
    ifMoreThan(MOST, all, t -> List.of(t.piece().kind(), t.state()));
  }

  /** Side, target, label and reason of each wire that begins here. */
  private List<List<String>> wires(Thing thing) {
    if (wires.isEmpty()) {
      wires("before", before);
      wires("after", after);
    }
    return wires.getOrDefault(thing.id(), List.of());
  }

  private void wires(String side, Picture picture) {
    picture
        .strands()
        .forEach(
            (ends, strand) ->
                wires
                    .computeIfAbsent(ends.from(), f -> new ArrayList<>())
                    .add(List.of(side, ends.to(), strand.label(), strand.broken())));
  }

  private void ifMoreThan(int most, Collection<Thing> all, Function<Thing, Object> key) {
    if (all.stream().map(t -> box(t.id())).distinct().count() > most) {
      fold(all, 2, key);
    }
  }

  /** The box is called after the first that is in it. */
  private void fold(Collection<Thing> all, int atLeast, Function<Thing, Object> key) {
    var classes = new TreeMap<String, List<String>>();
    all.forEach(
        t ->
            classes
                .computeIfAbsent(String.valueOf(key.apply(t)), k -> new ArrayList<>())
                .add(t.id()));
    for (var members : classes.values()) {
      if (members.size() >= atLeast) {
        var first = members.stream().min(Comparator.naturalOrder()).orElseThrow();
        members.forEach(m -> folded.put(m, first + "+"));
      }
    }
  }
}
