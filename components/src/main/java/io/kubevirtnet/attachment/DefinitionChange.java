package io.kubevirtnet.attachment;

/**
 * One thing that a definition says differently than before.
 *
 * @param path where it stands: {@code spec.config.vlan}
 * @param before {@code (none)} where it was not there, nothing that is secret
 * @param consequence what comes of it, as a sentence
 */
public record DefinitionChange(
    String path, String before, String after, Reach reach, String consequence) {

  /** Who notices. */
  public enum Reach {
    /** Nobody: the same in other words. */
    NOBODY,
    /** Machines that start or migrate after the change. */
    NEXT_START,
    /** Machines that run, too. */
    AT_ONCE
  }

  @Override
  public String toString() {
    return path + ": " + before + " -> " + after;
  }
}
