package io.kubevirtnet.provider.report;

import java.util.regex.Pattern;

/**
 * A text that Markdown shows as it is: nothing in it becomes markup, calls somebody or links to
 * something, in a paragraph, a table and a heading alike.
 */
final class MarkdownText {
  /** Comments turn these into links to people, issues and others when a word follows. */
  private static final String CALLING = "@#!$%&~^";

  private static final String MARKUP = "&<>`*_[]{}|~\\@#!$^\"'";
  private static final String BREAK = "&#8203;";
  private static final Pattern LINKING = Pattern.compile("(?i)(?:https?|ftp|mailto|xmpp|www|GH)$");
  private static final int LOOK_BACK = 8;

  private MarkdownText() {}

  static String of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /**
   * @param longest length of the result; what does not fit is cut between two characters
   */
  static String of(String text, int longest) {
    var plain = Columns.printable(text.strip());
    var escaped = new StringBuilder();
    int at = 0;
    while (at < plain.length()) {
      int character = plain.codePointAt(at);
      int next = at + Character.charCount(character);
      var piece = piece(plain, next, character);
      if (escaped.length() + piece.length() > longest - 1
          && !fits(plain, next, escaped, piece, longest)) {
        return escaped.append('…').toString();
      }
      escaped.append(piece);
      at = next;
    }
    return escaped.toString();
  }

  /** A name or a path, set as code is. */
  static String code(String text) {
    return "<code>" + of(text) + "</code>";
  }

  static String code(String text, int longest) {
    return "<code>" + of(text, longest) + "</code>";
  }

  private static boolean fits(
      String plain, int next, StringBuilder escaped, String piece, int longest) {
    return next == plain.length() && escaped.length() + piece.length() <= longest;
  }

  private static String piece(String plain, int next, int character) {
    var shown =
        MARKUP.indexOf(character) >= 0 ? "&#" + character + ";" : Character.toString(character);
    boolean wordFollows =
        next < plain.length()
            && (Character.isLetterOrDigit(plain.codePointAt(next))
                || "_\"'".indexOf(plain.charAt(next)) >= 0);
    boolean calls = CALLING.indexOf(character) >= 0 && wordFollows;
    return calls || links(plain, next) ? shown + BREAK : shown;
  }

  /** An address, or a reference as a forge writes it, would begin here. */
  private static boolean links(String plain, int next) {
    return next < plain.length()
        && ":.-".indexOf(plain.charAt(next)) >= 0
        && LINKING.matcher(before(plain, next)).find();
  }

  private static String before(String plain, int end) {
    return plain.substring(Math.max(0, end - LOOK_BACK), end);
  }
}
