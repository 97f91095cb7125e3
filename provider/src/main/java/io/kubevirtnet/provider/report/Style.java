package io.kubevirtnet.provider.report;

import java.util.Map;

/**
 * How text is shown.
 *
 * @param colour with ANSI sequences; nothing is said by colour alone
 * @param width columns of the terminal
 */
public record Style(boolean colour, int width) {
  public static final Style PLAIN = new Style(false, Paragraph.WIDTH);
  private static final int NARROWEST = 40;
  private static final int WIDEST = 400;

  /**
   * What suits a terminal, or a file.
   *
   * @param environment of the process: NO_COLOR, TERM and COLUMNS are obeyed
   */
  public static Style of(boolean terminal, Map<String, String> environment) {
    if (!terminal) {
      return PLAIN;
    }
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Style(!dumb && !plain, width(environment.getOrDefault("COLUMNS", "")));
  }

  private static int width(String columns) {
    return columns.matches("\\d{1,4}")
        ? Math.min(WIDEST, Math.max(NARROWEST, Integer.parseInt(columns)))
        : Paragraph.WIDTH;
  }
}
