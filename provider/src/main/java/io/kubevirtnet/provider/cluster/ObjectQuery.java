package io.kubevirtnet.provider.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Objects of one kind.
 *
 * @param group API group; empty for the core group
 * @param namespace only those in it; otherwise all
 * @param selectors what the API server selects by
 */
public record ObjectQuery(
    String group,
    String version,
    String plural,
    Optional<String> namespace,
    Map<String, String> selectors) {
  public ObjectQuery {
    selectors = Map.copyOf(selectors);
  }

  public ObjectQuery(String group, String version, String plural, Optional<String> namespace) {
    this(group, version, plural, namespace, Map.of());
  }

  /** Only those that {@code labelSelector} or {@code fieldSelector} takes. */
  public ObjectQuery with(String selector, String text) {
    var more = new TreeMap<>(selectors);
    more.put(selector, text);
    return new ObjectQuery(group, version, plural, namespace, more);
  }

  /** Where the API server says what it has of this version. */
  String groupPath() {
    return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
  }

  String path() {
    return groupPath()
        + namespace
            .map(n -> "/namespaces/" + URLEncoder.encode(n, StandardCharsets.UTF_8))
            .orElse("")
        + "/"
        + plural;
  }
}
