package io.kubevirtnet.netriscontroller;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Who answers what: {@code GET /api/v2/vnet/{}}, where braces stand for anything but a slash. */
record Route(String method, Pattern path, Function<Request, Reply> answer) {

  static Route of(String method, String path, Function<Request, Reply> answer) {
    String pattern = path.replace("{}", "([^/]+)");
    return new Route(method, Pattern.compile(pattern), answer);
  }

  /** The request with its variables; empty when it is not for this route. */
  Optional<Request> taken(Request request) {
    Matcher matcher = path.matcher(request.path());
    if (!method.equals(request.method()) || !matcher.matches()) {
      return Optional.empty();
    }
    List<String> found =
        IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList();
    return Optional.of(request.at(found));
  }
}
