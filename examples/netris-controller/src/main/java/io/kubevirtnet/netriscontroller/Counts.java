package io.kubevirtnet.netriscontroller;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a controller was asked since it started, or since its counts were reset.
 *
 * @param requests by method and path, without what follows the path: {@code GET /api/v2/sites}
 * @param logins those that were taken
 * @param refusedLogins those with a wrong account or wrong fields
 * @param writes requests that change something, whether they were taken or not; a login is none
 */
public record Counts(Map<String, Integer> requests, int logins, int refusedLogins, int writes) {

  public Counts {
    requests = Collections.unmodifiableMap(new TreeMap<>(requests));
  }

  /** All requests, logins among them. */
  public int total() {
    return requests.values().stream().mapToInt(n -> n).sum();
  }
}
