package io.kubevirtnet.e2e.faults;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request that came to the proxy. The query is as it was sent; empty when there was none. */
public record Request(String method, String path, String query, String body) {

  static Request of(String method, String target, String body) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new Request(method, target, "", body)
        : new Request(method, target.substring(0, mark), target.substring(mark + 1), body);
  }

  /** The decoded value of a query parameter. */
  public Optional<String> parameter(String name) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }

  public boolean isWatch() {
    return parameter("watch")
        .filter(value -> value.equals("true") || value.equals("1"))
        .isPresent();
  }

  public boolean isWrite() {
    return !method.equals("GET") && !method.equals("HEAD");
  }

  /** Whether the path contains what an expression finds. */
  public boolean isAt(String pathExpression) {
    return Pattern.compile(pathExpression).matcher(path).find();
  }
}
