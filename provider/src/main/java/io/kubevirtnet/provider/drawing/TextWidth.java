package io.kubevirtnet.provider.drawing;

import io.kubevirtnet.provider.markup.Text;

/**
 * How wide a text is at most. Which font a reader has is not known, so that the widest of the usual
 * ones counts.
 */
final class TextWidth {
  private static final String NARROW = "ijl'|";
  private static final String SLIM = " .,:;!()[]-/\\ftrI\"";
  private static final String BROAD = "mwMWOQ%@#&~+=<>GD\u2026\u2192\u2212";
  private static final int ASCII = 0x7f;
  private static final int LAST_EUROPEAN = 0x500;

  private TextWidth() {}

  static double of(String text, double size) {
    return size * Text.shown(text).codePoints().mapToDouble(TextWidth::share).sum();
  }

  /** The text, or its beginning and an ellipsis. */
  static String cut(String text, double size, double most) {
    var shown = Text.shown(text);
    if (of(shown, size) <= most) {
      return shown;
    }
    int end = shown.length();
    while (end > 0 && of(shown.substring(0, end) + "\u2026", size) > most) {
      end = shown.offsetByCodePoints(end, -1);
    }
    return shown.substring(0, end) + "\u2026";
  }

  private static double share(int c) {
    if (c > ASCII) {
      return BROAD.indexOf(c) >= 0 ? 1.0 : c < LAST_EUROPEAN ? 0.85 : 1.3;
    }
    if (NARROW.indexOf(c) >= 0) {
      return 0.34;
    }
    if (SLIM.indexOf(c) >= 0) {
      return 0.47;
    }
    if (BROAD.indexOf(c) >= 0) {
      return 1.0;
    }
    return Character.isUpperCase(c) ? 0.76 : 0.66;
  }
}
