package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.link.NodeSelector;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parameters behind a path, in a stable order. */
record ApiQuery(Map<String, String> parameters) {
  static final ApiQuery ALL = new ApiQuery(Map.of());

  ApiQuery {
    parameters = Map.copyOf(parameters);
  }

  static ApiQuery labelled(NodeSelector selector) {
    var text =
        new TreeMap<>(selector.labels())
            .entrySet().stream()
                .map(l -> l.getKey() + "=" + l.getValue())
                .collect(Collectors.joining(","));
    return text.isEmpty() ? ALL : ALL.and("labelSelector", text);
  }

  static ApiQuery named(String name) {
    return ALL.and("fieldSelector", "metadata.name=" + name);
  }

  ApiQuery and(String name, Object value) {
    var more = new TreeMap<>(parameters);
    more.put(name, String.valueOf(value));
    return new ApiQuery(more);
  }

  /** With the question mark; nothing when there is no parameter. */
  String text() {
    return parameters.isEmpty()
        ? ""
        : new TreeMap<>(parameters)
            .entrySet().stream()
                .map(
                    p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
  }
}
