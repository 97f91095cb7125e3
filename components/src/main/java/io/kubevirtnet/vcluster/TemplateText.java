package io.kubevirtnet.vcluster;

import io.kubevirtnet.vcluster.TemplateAction.Word;
import java.util.ArrayList;
import java.util.List;

/** Finds the actions in the text of a Go template, and the words in these. */
final class TemplateText {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final String SIGNS = "|(),=";

  /** Both count from 1. */
  record Position(int line, int column) {
    @Override
    public String toString() {
      return "line " + line + ", column " + column;
    }
  }

  private final String text;
  private final List<TemplateAction> actions = new ArrayList<>();
  private int at;

  private TemplateText(String text) {
    this.text = text;
  }

  static List<TemplateAction> actions(String text) throws TemplateFault {
    var reader = new TemplateText(text);
    reader.read();
    return List.copyOf(reader.actions);
  }

  private void read() throws TemplateFault {
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
      at = open + OPEN.length();
      if (isNext("-") && isSpace(at + 1)) {
        at++;
      }
      int comment = afterSpaces();
      if (text.startsWith("/*", comment)) {
        comment(open, comment);
      } else {
        actions.add(action(open));
      }
    }
  }

  private void comment(int open, int from) throws TemplateFault {
    int end = text.indexOf("*/", from);
    if (end < 0) {
      throw fault("a comment is not closed", open);
    }
    at = end + 2;
    if (!close()) {
      throw fault("a comment is followed by something else", open);
    }
  }

  private TemplateAction action(int open) throws TemplateFault {
    var words = new ArrayList<Word>();
    int before = at;
    while (true) {
      if (close()) {
        return new TemplateAction(words, position(open));
      }
      if (at >= text.length()) {
        throw fault("an action is not closed", open);
      }
      if (isSpace(at)) {
        at++;
        continue;
      }
      int start = at;
      at = end(start);
      words.add(
          new Word(
              text.substring(start, at), start == before && !words.isEmpty(), position(start)));
      before = at;
    }
  }

  /** Past the end of an action, if it ends here. */
  private boolean close() {
    int end = at;
    if (isSpace(end)) {
      end = afterSpaces();
      end = text.startsWith("-" + CLOSE, end) ? end + 1 : end;
    }
    if (!text.startsWith(CLOSE, end)) {
      return false;
    }
    at = end + CLOSE.length();
    return true;
  }

  private int end(int start) throws TemplateFault {
    char c = text.charAt(start);
    if (c == '"' || c == '\'') {
      return endOfQuoted(start, c);
    }
    if (c == '`') {
      int end = text.indexOf('`', start + 1);
      if (end < 0) {
        throw fault("a text is not closed", start);
      }
      return end + 1;
    }
    if (SIGNS.indexOf(c) >= 0) {
      return start + 1;
    }
    if (c == ':' && text.startsWith(":=", start)) {
      return start + 2;
    }
    int end = start + 1;
    while (end < text.length() && isWord(text.charAt(end), c)) {
      end++;
    }
    if (!isWord(c, c) && c != '.' && c != '$' && c != '-' && c != '+') {
      throw fault("an action has a sign that Go does not know there", start);
    }
    return end;
  }

  /** Numbers have points inside, names have not. */
  private static boolean isWord(char c, char first) {
    boolean inNumber = Character.isDigit(first) || first == '-' || first == '+';
    return Character.isLetterOrDigit(c) || c == '_' || inNumber && c == '.';
  }

  private int endOfQuoted(int start, char quote) throws TemplateFault {
    for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    throw fault("a text is not closed", start);
  }

  private int afterSpaces() {
    int i = at;
    while (isSpace(i)) {
      i++;
    }
    return i;
  }

  private boolean isNext(String sign) {
    return text.startsWith(sign, at);
  }

  private boolean isSpace(int i) {
    return i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0;
  }

  private TemplateFault fault(String what, int place) {
    return new TemplateFault(what, position(place));
  }

  private Position position(int place) {
    int line = 1;
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < place; i = text.indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    return new Position(line, place - start + 1);
  }
}
