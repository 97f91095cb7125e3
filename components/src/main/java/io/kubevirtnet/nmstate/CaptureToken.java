package io.kubevirtnet.nmstate;

import java.util.ArrayList;
import java.util.List;

/** A piece of a capture: {@code interfaces.name}, {@code ==}, {@code "eth1"}. */
record CaptureToken(Kind kind, String text) {
  private static final String NEXT = " =!|\":";

  enum Kind {
    PATH,
    VALUE,
    NULL,
    PIPE,
    EQUAL,
    REPLACE
  }

  boolean is(Kind other) {
    return kind == other;
  }

  List<String> path() {
    return List.of(text.split("\\.", -1));
  }

  static List<CaptureToken> parse(String line) throws PolicyProblem {
    var tokens = new ArrayList<CaptureToken>();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '=' || c == ':') {
        operator(line, at, tokens);
        at += 2;
      } else if (c == '|') {
        once(Kind.PIPE, "|", "pipe", tokens);
        at++;
      } else if (c == '"') {
        int end = line.indexOf('"', at + 1);
        if (end < 0) {
          throw new PolicyProblem("No ending double quote");
        }
        if (end > at + 1) {
          tokens.add(new CaptureToken(Kind.VALUE, line.substring(at + 1, end)));
        }
        at = end + 1;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        int end = at + 1;
        while (end < line.length() && NEXT.indexOf(line.charAt(end)) < 0) {
          end++;
        }
        word(line.substring(at, end).strip(), tokens);
        at = end;
      }
    }
    checkPipe(tokens);
    return tokens;
  }

  private static void word(String word, List<CaptureToken> tokens) {
    if (word.contains(".")) {
      tokens.add(new CaptureToken(Kind.PATH, word));
    } else if (!word.isEmpty()) {
      tokens.add(new CaptureToken(word.equalsIgnoreCase("null") ? Kind.NULL : Kind.VALUE, word));
    }
  }

  private static void operator(String line, int at, List<CaptureToken> tokens)
      throws PolicyProblem {
    boolean equal = line.charAt(at) == '=';
    var name = equal ? "equal" : "replace";
    var start = "Invalid " + name + " action string after =, expecting another '='";
    if (at + 1 >= line.length()) {
      throw new PolicyProblem(start + ", but got nothing");
    }
    if (line.charAt(at + 1) != '=') {
      throw new PolicyProblem(start);
    }
    once(equal ? Kind.EQUAL : Kind.REPLACE, equal ? "==" : ":=", name, tokens);
  }

  private static void once(Kind kind, String text, String name, List<CaptureToken> tokens)
      throws PolicyProblem {
    if (tokens.stream().anyMatch(t -> t.is(kind))) {
      throw new PolicyProblem("Nmpolicy does not allows two " + name + " action");
    }
    tokens.add(new CaptureToken(kind, text));
  }

  private static void checkPipe(List<CaptureToken> tokens) throws PolicyProblem {
    int pipe = tokens.stream().map(CaptureToken::kind).toList().indexOf(Kind.PIPE);
    if (pipe < 0) {
      return;
    }
    if (pipe + 1 == tokens.size()) {
      throw new PolicyProblem("Invalid pipe action: no property path defined");
    }
    if (!tokens.get(pipe + 1).is(Kind.PATH)) {
      throw new PolicyProblem("Invalid pipe action: only property path allowed after pipe");
    }
  }
}
