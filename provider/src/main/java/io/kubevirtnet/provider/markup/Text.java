package io.kubevirtnet.provider.markup;

/** Characters that somebody reads, whoever wrote them. */
public record Text(String value) implements Markup {
  private static final int DELETE = 0x7f;

  @Override
  public void writeTo(StringBuilder out) {
    escape(value, out);
  }

  /**
   * As it is shown. What is no visible character becomes its number: a name must not look like
   * another one, nor turn the words around it.
   */
  public static String shown(String value) {
    if (value.chars().allMatch(c -> c >= ' ' && c < DELETE)) {
      return value;
    }
    var out = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              if (isVisible(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format("\u27e8U+%04X\u27e9", c));
              }
            });
    return out.toString();
  }

  static void escape(String value, StringBuilder out) {
    var shown = shown(value);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
