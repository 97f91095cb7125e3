package io.kubevirtnet.provider.sides;

import java.util.List;
import java.util.Map;

/**
 * All that a preview printed.
 *
 * @param config of the stack, by full key; secrets are no longer in it
 * @param counts how many resources the engine counted, by operation
 * @param complete it came to its end
 */
record PreviewDocument(
    Map<String, String> config,
    List<PreviewStep> steps,
    List<PreviewMessage> messages,
    Map<String, Integer> counts,
    boolean complete) {
  PreviewDocument {
    config = Map.copyOf(config);
    steps = List.copyOf(steps);
    messages = List.copyOf(messages);
    counts = Map.copyOf(counts);
  }
}
