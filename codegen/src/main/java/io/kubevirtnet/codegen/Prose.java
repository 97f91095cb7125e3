package io.kubevirtnet.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A description from the schema, which is Markdown, as Javadoc. */
final class Prose {
  private static final int WIDTH = 92;
  private static final Pattern CODE_OR_WORD = Pattern.compile("[^\\s`]*`[^`]*`[^\\s`]*|\\S+");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");

  private Prose() {}

  static CodeBlock javadoc(String description) {
    return CodeBlock.of("$L\n", String.join("\n", lines(description, "")));
  }

  /** A block tag such as {@code @param nic}, its further lines indented. */
  static CodeBlock tag(String tag, String description) {
    return CodeBlock.of("$L\n", String.join("\n    ", lines(description, tag + " ")));
  }

  /** A comment of its own, for a file without JavaPoet. */
  static String comment(String description) {
    return "/**\n * " + String.join("\n * ", lines(description, "")) + "\n */\n";
  }

  private static List<String> lines(String description, String start) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(start);
    var words = CODE_OR_WORD.matcher(description);
    while (words.find()) {
      var word = escaped(words.group());
      if (line.length() > start.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(word);
      } else {
        line.append(line.isEmpty() || line.toString().endsWith(" ") ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static String escaped(String word) {
    var escaped = new StringBuilder();
    int from = 0;
    Matcher code = CODE.matcher(word);
    while (code.find()) {
      escaped.append(html(word.substring(from, code.start())));
      escaped.append("{@code ").append(code.group(1)).append('}');
      from = code.end();
    }
    return escaped.append(html(word.substring(from))).toString().replace("*/", "*&#47;");
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;");
  }
}
