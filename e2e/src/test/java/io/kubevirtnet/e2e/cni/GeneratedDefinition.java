package io.kubevirtnet.e2e.cni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * A NetworkAttachmentDefinition by chance.
 *
 * @param faults how many times it was broken; some faults break nothing
 */
record GeneratedDefinition(
    long seed, String name, String namespace, Map<String, Object> config, int faults) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What stands in {@code spec.config}. */
  String text() {
    try {
      return JSON.writeValueAsString(config);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With what it takes to try it again. */
  String described(Object problem) {
    return "%d: %s%n    %s".formatted(seed, problem, text());
  }
}
