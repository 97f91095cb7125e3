package io.kubevirtnet.vcluster;

/** What the platform's documents leave open, and what is taken to be so. */
public enum Assumption {
  ENVIRONMENT_RANK(
      "An environment's properties win over those of the node type, and a claim's over both.");

  private final String text;

  Assumption(String text) {
    this.text = text;
  }

  /** As a sentence. */
  public String text() {
    return text;
  }
}
