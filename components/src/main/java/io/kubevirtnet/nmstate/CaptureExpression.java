package io.kubevirtnet.nmstate;

import io.kubevirtnet.nmstate.CaptureToken.Kind;
import java.util.List;
import java.util.Optional;

/**
 * One capture: {@code interfaces.name == "eth1"}, or {@code capture.base | interfaces.mtu := 9000}.
 *
 * @param input the capture that it works on; the state of the node when there is none
 * @param key what it looks at; nothing when all is kept
 * @param valueFrom the capture that the value is taken from
 */
record CaptureExpression(
    Optional<String> input,
    List<String> key,
    Action action,
    CaptureToken value,
    Optional<String> valueFrom) {
  private static final String CAPTURE = "capture";
  private static final CaptureToken NOTHING = new CaptureToken(Kind.VALUE, "");

  enum Action {
    KEEP,
    EQUAL,
    REPLACE
  }

  /** A path, and the capture that it starts in. */
  private record Reference(Optional<String> capture, List<String> path) {}

  /** The capture that must have been taken before, as nmstate sorts them. */
  Optional<String> parent() {
    return input.or(() -> valueFrom);
  }

  static CaptureExpression parse(String text) throws PolicyProblem {
    var line = text.strip().replace('\u00a0', ' ').strip();
    var tokens = CaptureToken.parse(line);
    int pipe = indexOf(tokens, Kind.PIPE);
    if (pipe < 0) {
      return body(tokens, Optional.empty(), line);
    }
    return body(
        tokens.subList(pipe + 1, tokens.size()),
        Optional.of(source(tokens.subList(0, pipe))),
        line);
  }

  private static String source(List<CaptureToken> tokens) throws PolicyProblem {
    if (!tokens.isEmpty() && tokens.get(0).is(Kind.PATH)) {
      var path = tokens.get(0).path();
      if (path.size() == 2 && path.get(0).equals(CAPTURE)) {
        return path.get(1);
      }
    }
    throw new PolicyProblem("The pipe action should always in format of 'capture.<capture_name>'");
  }

  private static CaptureExpression body(
      List<CaptureToken> tokens, Optional<String> input, String line) throws PolicyProblem {
    int equal = indexOf(tokens, Kind.EQUAL);
    int operator = equal >= 0 ? equal : indexOf(tokens, Kind.REPLACE);
    if (operator < 0) {
      var key =
          !tokens.isEmpty() && tokens.get(0).is(Kind.PATH)
              ? tokens.get(0).path()
              : List.<String>of();
      return new CaptureExpression(input, key, Action.KEEP, NOTHING, Optional.empty());
    }
    if (equal >= 0 && operator + 1 >= tokens.size()) {
      throw new PolicyProblem("The equal action got no value defined afterwards");
    }
    var key = key(tokens.subList(0, operator));
    var values = tokens.subList(operator + 1, tokens.size());
    if (values.size() != 1) {
      throw new PolicyProblem(
          "The equal or replace action should end with single value or property path");
    }
    var from = value(values.get(0), line);
    return new CaptureExpression(
        input.or(key::capture),
        key.path(),
        equal >= 0 ? Action.EQUAL : Action.REPLACE,
        from.capture().isPresent()
            ? new CaptureToken(Kind.PATH, String.join(".", from.path()))
            : values.get(0),
        from.capture());
  }

  private static Reference key(List<CaptureToken> tokens) throws PolicyProblem {
    if (tokens.size() != 1 || !tokens.get(0).is(Kind.PATH)) {
      throw new PolicyProblem("The equal or replace action should always start with property path");
    }
    var path = tokens.get(0).path();
    if (!path.get(0).equals(CAPTURE)) {
      return new Reference(Optional.empty(), path);
    }
    if (path.size() <= 2) {
      throw new PolicyProblem("No property path after capture name");
    }
    return new Reference(Optional.of(path.get(1)), path.subList(2, path.size()));
  }

  private static Reference value(CaptureToken token, String line) throws PolicyProblem {
    if (token.is(Kind.PATH) && token.path().get(0).equals(CAPTURE)) {
      var path = token.path();
      if (path.size() < 3) {
        throw new PolicyProblem(
            "InvalidArgument",
            "When using equal action to match against captured data, the correct format should be"
                + " 'interfaces.name == capture.default-gw.interfaces.0.name', but got: "
                + line);
      }
      return new Reference(Optional.of(path.get(1)), path.subList(2, path.size()));
    }
    if (token.is(Kind.PATH) || token.is(Kind.VALUE) || token.is(Kind.NULL)) {
      return new Reference(Optional.empty(), List.of());
    }
    throw new PolicyProblem(
        "InvalidArgument",
        "The equal action should end with single value or property path but got: " + line);
  }

  private static int indexOf(List<CaptureToken> tokens, Kind kind) {
    return tokens.stream().map(CaptureToken::kind).toList().indexOf(kind);
  }
}
