package io.kubevirtnet.provider.preview;

/**
 * What a program said while it ran.
 *
 * @param urn the resource that it is about; empty for the program as a whole
 */
public record LogLine(Level level, String urn, String message) {
  /** How loud it was said. */
  public enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR
  }

  public boolean isError() {
    return level == Level.ERROR;
  }
}
