package io.kubevirtnet.provider.plugin;

import io.kubevirtnet.across.Run;
import java.util.LinkedHashMap;
import java.util.Map;

/** The register of each run: a preview or an update has a monitor endpoint of its own. */
final class Runs {
  private static final int KEPT = 16;

  private final Map<String, Run> byEndpoint =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Run> eldest) {
          return size() > KEPT;
        }
      };

  synchronized Run at(String monitorEndpoint) {
    return byEndpoint.computeIfAbsent(monitorEndpoint, endpoint -> new Run());
  }
}
