package io.kubevirtnet.provider.report;

/** A way in which a terminal shows a line. */
enum Colour {
  NONE(""),
  BOLD("1"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  MAGENTA("35");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  /** The margin stays as it is. */
  String on(String line) {
    var words = line.stripLeading();
    var margin = line.substring(0, line.length() - words.length());
    return this == NONE || words.isEmpty()
        ? line
        : margin + ESCAPE + code + "m" + words + ESCAPE + "0m";
  }
}
