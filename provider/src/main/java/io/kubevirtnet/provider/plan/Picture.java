package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.plan.Topology.Layer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One side of a drawing in full, before what is alike becomes one. */
final class Picture {
  private final Map<String, Piece> pieces = new TreeMap<>();
  private final Map<Ends, Strand> strands =
      new TreeMap<>(Comparator.comparing(Ends::from).thenComparing(Ends::to));

  /**
   * One thing.
   *
   * @param kind what it has in common with others: {@code linux-bridge}
   * @param outside only named here, and made by somebody else or by nobody
   * @param essence what it says, to be compared with the other side
   */
  record Piece(
      String id,
      Layer layer,
      String parent,
      String label,
      List<String> details,
      int count,
      String kind,
      boolean outside,
      Object essence) {
    Piece {
      details = List.copyOf(details);
    }

    /** Something that another thing only names. */
    static Piece outside(String id, Layer layer, String label, String detail) {
      return new Piece(id, layer, "", label, List.of(detail), 1, "outside", true, "");
    }

    boolean isLike(Piece other) {
      return label.equals(other.label)
          && details.equals(other.details)
          && essence.equals(other.essence);
    }
  }

  record Ends(String from, String to) {}

  record Strand(String label, String broken) {}

  /** The first of a name counts. */
  void add(Piece piece) {
    pieces.putIfAbsent(piece.id(), piece);
  }

  void wire(String from, String to, String label, String broken) {
    strands.merge(
        new Ends(from, to),
        new Strand(label, broken),
        (a, b) ->
            new Strand(
                a.label().equals(b.label()) ? a.label() : a.label() + ", " + b.label(),
                a.broken().isEmpty() ? b.broken() : a.broken()));
  }

  boolean has(String id) {
    return pieces.containsKey(id);
  }

  Optional<Piece> find(String id) {
    return Optional.ofNullable(pieces.get(id));
  }

  Map<String, Piece> pieces() {
    return pieces;
  }

  Map<Ends, Strand> strands() {
    return strands;
  }
}
