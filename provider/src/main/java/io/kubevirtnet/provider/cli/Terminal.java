package io.kubevirtnet.provider.cli;

import java.util.Map;

/**
 * Where what is written goes. The launcher says what is a terminal, since Java can not tell
 * standard output from standard error.
 *
 * @param out standard output is one
 * @param err standard error is one
 */
record Terminal(boolean out, boolean err, int width) {
  static final int USUAL_WIDTH = 100;

  private static final String PROPERTY = "kubevirtnet.terminal";
  private static final int NARROWEST = 40;
  private static final int WIDEST = 400;

  /** Whether to write in colours. */
  enum Colours {
    AUTO,
    ALWAYS,
    NEVER
  }

  static Terminal ofProcess() {
    return of(System.getProperty(PROPERTY, ""), System.getenv());
  }

  /**
   * What the launcher says.
   *
   * @param streams {@code out}, {@code err}, both or none
   */
  static Terminal of(String streams, Map<String, String> environment) {
    boolean out = streams.contains("out");
    return new Terminal(
        out,
        streams.contains("err"),
        out ? width(environment.getOrDefault("COLUMNS", "")) : USUAL_WIDTH);
  }

  private static int width(String columns) {
    return columns.matches("\\d{1,4}")
        ? Math.min(WIDEST, Math.max(NARROWEST, Integer.parseInt(columns)))
        : USUAL_WIDTH;
  }

  /** NO_COLOR (no-color.org) and dumb terminals are obeyed unless somebody insists. */
  boolean isColoured(Colours asked, Map<String, String> environment) {
    return switch (asked) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          out
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !environment.getOrDefault("TERM", "").equals("dumb");
    };
  }
}
