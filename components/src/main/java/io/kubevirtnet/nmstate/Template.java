package io.kubevirtnet.nmstate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A string with one reference to a captured value: {@code {{ capture.base.interfaces.0.name }}}.
 *
 * @param reference the path; nothing in a string without one
 */
record Template(List<String> before, Optional<List<String>> reference, List<String> after) {
  private static final String START = "{{";
  private static final String END = "}}";
  private static final String MULTIPLE = "Nmpolicy does not allow multiple references {{}}";

  static Template parse(String text) throws PolicyProblem {
    var tokens = tokens(text.strip());
    int start = tokens.indexOf(START);
    int end = tokens.indexOf(END);
    if (start < 0 && end < 0) {
      return new Template(List.of(), Optional.empty(), List.of());
    }
    check(tokens, start, end);
    var path = tokens.get(start + 1);
    if (!isPath(path)) {
      throw new PolicyProblem(
          "Only allow property path between reference start {{ and reference end }}");
    }
    return new Template(
        tokens.subList(0, start),
        Optional.of(List.of(path.split("\\.", -1))),
        tokens.subList(end + 1, tokens.size()));
  }

  static boolean isPath(String token) {
    return token.contains(".") && !token.startsWith(".");
  }

  private static void check(List<String> tokens, int start, int end) throws PolicyProblem {
    if (end < 0) {
      throw new PolicyProblem("No reference end }} found");
    }
    if (start < 0) {
      throw new PolicyProblem("No reference start {{ found");
    }
    if (start >= end) {
      throw new PolicyProblem("The reference start {{ can not be placed before reference end }}");
    }
    if (start + 1 >= end) {
      throw new PolicyProblem("No property path between reference start {{ and reference end }}");
    }
    if (start + 2 != end) {
      throw new PolicyProblem(
          "Only allows single property path between reference start {{ and reference end }}");
    }
  }

  private static List<String> tokens(String line) throws PolicyProblem {
    var tokens = new ArrayList<String>();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '{' || c == '}') {
        var brace = c == '{' ? START : END;
        if (at + 1 >= line.length()) {
          throw new PolicyProblem(
              "Invalid reference action string after "
                  + (c == '{' ? "=" : "}")
                  + ", expecting another '"
                  + c
                  + "', but got nothing");
        }
        if (line.charAt(at + 1) != c) {
          throw new PolicyProblem(
              "Invalid reference action string after " + c + ", expecting another '" + c + "'");
        }
        if (tokens.contains(brace)) {
          throw new PolicyProblem(MULTIPLE);
        }
        tokens.add(brace);
        at += 2;
      } else {
        int end = at + 1;
        while (end < line.length()
            && "{}".indexOf(line.charAt(end)) < 0
            && !Character.isWhitespace(line.charAt(end))) {
          end++;
        }
        var word = line.substring(at, end).strip();
        if (!word.isEmpty()) {
          tokens.add(word);
        }
        at = end;
      }
    }
    return tokens;
  }
}
