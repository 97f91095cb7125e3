package io.kubevirtnet.provider.netris;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * The cookies of one session: that of the controller, and those of a load balancer in front of it.
 * They go to no other host, since no request does.
 */
final class Cookies {
  private final Map<String, String> byName = new ConcurrentSkipListMap<>();

  /** Takes over what an answer sets. */
  void take(ControllerAnswer answer) {
    answer.cookies().forEach(this::take);
  }

  private void take(String line) {
    var pair = line.split(";", 2)[0];
    int equals = pair.indexOf('=');
    if (equals <= 0) {
      return;
    }
    var name = pair.substring(0, equals).strip();
    var value = pair.substring(equals + 1).strip();
    if (value.isEmpty() || line.matches("(?i).*;\\s*max-age=0\\s*(;.*)?")) {
      byName.remove(name);
    } else {
      byName.put(name, value);
    }
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  String header() {
    return byName.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("; "));
  }
}
