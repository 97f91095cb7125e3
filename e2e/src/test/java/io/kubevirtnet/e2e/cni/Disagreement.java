package io.kubevirtnet.e2e.cni;

import java.util.List;

/**
 * One tool, and what it says and we say in its name.
 *
 * @param theirs its message, or that it is content
 */
record Disagreement(String tool, String theirs, List<String> ours) {
  /** Without names and numbers, to count those of one kind. */
  String kind() {
    return (tool + ": " + theirs + " | we: " + ours)
        .replaceAll("[\"'`][^\"'`]*[\"'`]", "_")
        .replaceAll("\\d+", "0");
  }

  @Override
  public String toString() {
    return tool + ": " + theirs + "; we: " + ours;
  }
}
