package io.kubevirtnet.provider.report;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/** Whether a comment is whole: each fence and tag is closed, and no value became markup. */
final class MarkdownShape {
  private static final Pattern FENCE = Pattern.compile("(`{3,})([a-z]*)");
  private static final Pattern TAG = Pattern.compile("<(/?)(details|summary|code|br)>");
  private static final Pattern ENTITY = Pattern.compile("&#\\d+;");

  /** What our own words never have. */
  private static final Pattern HARM = Pattern.compile("[<>`@\\\\]|&|#\\d|\\bhttps?:|\\]\\(");

  private MarkdownShape() {}

  /** Empty when all is well. */
  static String problem(String comment) {
    var open = new ArrayDeque<String>();
    var fence = "";
    for (var line : comment.split("\n", -1)) {
      var mark = FENCE.matcher(line);
      if (!fence.isEmpty()) {
        boolean closes = line.strip().matches("`+") && line.strip().length() >= fence.length();
        if (closes && !line.equals(fence)) {
          return "another fence closes: " + line;
        }
        fence = closes ? "" : fence;
      } else if (mark.matches()) {
        fence = mark.group(1);
      } else {
        var tag = TAG.matcher(line);
        while (tag.find()) {
          var name = tag.group(2);
          if (tag.group(1).isEmpty()) {
            if (!name.equals("br")) {
              open.push(name);
            }
          } else if (open.isEmpty() || !open.pop().equals(name)) {
            return "closed and not open: " + line;
          }
        }
        var words = ENTITY.matcher(TAG.matcher(line).replaceAll("")).replaceAll("");
        if (HARM.matcher(words).find()) {
          return "markup: " + line;
        }
      }
    }
    if (!fence.isEmpty()) {
      return "open fence";
    }
    return open.isEmpty() ? "" : "open " + open;
  }
}
