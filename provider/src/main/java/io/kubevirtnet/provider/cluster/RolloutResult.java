package io.kubevirtnet.provider.cluster;

import java.util.List;
import java.util.Map;

/**
 * How a rollout ended.
 *
 * @param done nodes that have it
 * @param failed nodes that will not get it, with the cleaned reason
 * @param aborted nodes that were not tried after others failed
 * @param waiting nodes that had not finished at the limit, or when failures stopped the rest, with
 *     where they stood
 * @param notReady nodes that are not Ready, or run no handler: reported, not waited for
 */
public record RolloutResult(
    Outcome outcome,
    List<String> done,
    Map<String, String> failed,
    List<String> aborted,
    Map<String, String> waiting,
    List<String> notReady) {

  /** The one word. */
  public enum Outcome {
    DONE,
    FAILED,
    TIMED_OUT,
    /** No node matches, or none of those that do can be reached. */
    NO_NODES,
    /** Somebody deleted the policy, or changed it to another generation. */
    OVERTAKEN
  }
}
