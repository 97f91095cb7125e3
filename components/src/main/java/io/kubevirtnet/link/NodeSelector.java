package io.kubevirtnet.link;

import java.util.Map;

/** Labels that a node must have, all of them: the only kind of selector that nmstate knows. */
public record NodeSelector(Map<String, String> labels) {

  /** How the nodes of two selectors relate, as far as the labels alone tell. */
  public enum Overlap {
    NEVER,
    POSSIBLE,
    CERTAIN
  }

  public NodeSelector {
    labels = Map.copyOf(labels);
  }

  /**
   * Certain when one asks for all that the other asks for; never when they contradict each other.
   */
  public Overlap overlap(NodeSelector other) {
    boolean contradict =
        labels.entrySet().stream()
            .anyMatch(
                l -> !other.labels.getOrDefault(l.getKey(), l.getValue()).equals(l.getValue()));
    if (contradict) {
      return Overlap.NEVER;
    }
    return labels.entrySet().containsAll(other.labels.entrySet())
            || other.labels.entrySet().containsAll(labels.entrySet())
        ? Overlap.CERTAIN
        : Overlap.POSSIBLE;
  }

  @Override
  public String toString() {
    return labels.isEmpty()
        ? "all nodes"
        : "nodes with "
            + String.join(
                ", ", labels.entrySet().stream().map(NodeSelector::text).sorted().toList());
  }

  private static String text(Map.Entry<String, String> label) {
    return label.getValue().isEmpty() ? label.getKey() : label.getKey() + "=" + label.getValue();
  }
}
