package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.plan.Picture.Ends;
import io.kubevirtnet.provider.plan.Picture.Piece;
import io.kubevirtnet.provider.plan.Picture.Strand;
import io.kubevirtnet.provider.plan.Topology.Box;
import io.kubevirtnet.provider.plan.Topology.Layer;
import io.kubevirtnet.provider.plan.Topology.State;
import io.kubevirtnet.provider.plan.Topology.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Both sides, as they are drawn: each box and wire says how it differs from the other side. */
final class Drawing {
  private static final int SHORTEST = 3;

  private final Folds folds;
  private final Picture old;
  private final Picture now;
  private final Map<Ends, Strand> oldWires;
  private final Map<Ends, Strand> newWires;

  Drawing(Picture old, Picture now, Folds folds) {
    this.folds = folds;
    this.old = old;
    this.now = now;
    this.oldWires = wires(old);
    this.newWires = wires(now);
  }

  Topology before() {
    return new Topology(boxes(old), wires(oldWires, newWires, State.DELETED));
  }

  Topology after() {
    return new Topology(boxes(now), wires(newWires, oldWires, State.CREATED));
  }

  private List<Box> boxes(Picture picture) {
    var members = new TreeMap<String, List<Piece>>();
    picture
        .pieces()
        .values()
        .forEach(p -> members.computeIfAbsent(folds.box(p.id()), i -> new ArrayList<>()).add(p));
    return members.entrySet().stream().map(e -> box(e.getKey(), e.getValue())).toList();
  }

  private Box box(String id, List<Piece> pieces) {
    var first = pieces.get(0);
    var details = new ArrayList<>(first.details());
    pieces.forEach(p -> details.retainAll(p.details()));
    return new Box(
        id,
        first.layer(),
        first.parent().isEmpty() ? "" : folds.box(first.parent()),
        pieces.size() == 1 && !id.endsWith("+") ? first.label() : label(pieces),
        details,
        pieces.stream().mapToInt(Piece::count).sum(),
        state(pieces));
  }

  private State state(List<Piece> pieces) {
    var states = pieces.stream().map(p -> folds.state(p.id())).distinct().toList();
    return states.size() == 1 ? states.get(0) : State.CHANGED;
  }

  /** What the names begin with, or what they are names of. */
  private static String label(List<Piece> pieces) {
    var prefix = pieces.get(0).label();
    for (var piece : pieces) {
      int common = 0;
      while (common < Math.min(prefix.length(), piece.label().length())
          && prefix.charAt(common) == piece.label().charAt(common)) {
        common++;
      }
      prefix = prefix.substring(0, common);
    }
    if (pieces.stream().map(Piece::label).distinct().count() == 1) {
      return prefix;
    }
    return prefix.length() >= SHORTEST ? prefix + "…" : plural(pieces.get(0).layer());
  }

  private static String plural(Layer layer) {
    return switch (layer) {
      case NODES -> "groups of nodes";
      case UPLINK -> "uplinks";
      case BRIDGE -> "bridges";
      case ATTACHMENT -> "definitions";
      case MACHINE -> "machines";
      case NODE_TYPE -> "node types";
    };
  }

  private Map<Ends, Strand> wires(Picture picture) {
    var strands =
        new TreeMap<Ends, List<Strand>>(Comparator.comparing(Ends::from).thenComparing(Ends::to));
    picture
        .strands()
        .forEach(
            (ends, strand) ->
                strands
                    .computeIfAbsent(
                        new Ends(folds.box(ends.from()), folds.box(ends.to())),
                        e -> new ArrayList<>())
                    .add(strand));
    var wires = new TreeMap<Ends, Strand>(strands.comparator());
    strands.forEach((ends, all) -> wires.put(ends, merged(all)));
    return wires;
  }

  private static Strand merged(List<Strand> strands) {
    var labels = strands.stream().map(Strand::label).distinct().sorted().toList();
    var vlans = labels.stream().filter(l -> l.startsWith("VLAN ")).count();
    return new Strand(
        labels.size() == 1 ? labels.get(0) : vlans == labels.size() ? vlans + " VLANs" : "",
        strands.stream()
            .map(Strand::broken)
            .filter(b -> !b.isEmpty())
            .sorted()
            .findFirst()
            .orElse(""));
  }

  private static List<Wire> wires(Map<Ends, Strand> mine, Map<Ends, Strand> theirs, State alone) {
    return mine.entrySet().stream()
        .map(
            e -> {
              var other = Optional.ofNullable(theirs.get(e.getKey()));
              var state =
                  other.map(o -> o.equals(e.getValue()) ? State.SAME : State.CHANGED).orElse(alone);
              return new Wire(
                  e.getKey().from(),
                  e.getKey().to(),
                  e.getValue().label(),
                  e.getValue().broken(),
                  state);
            })
        .toList();
  }
}
