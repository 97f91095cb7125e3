package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;

/**
 * What one node made of a policy.
 *
 * @param generation of the policy that it is about
 * @param message the reason of the state, cleaned: nmstate's or the probe's own sentence
 * @param captured states by the name of their capture
 */
public record Enactment(
    String node,
    String policy,
    long generation,
    Phase phase,
    String message,
    Map<String, Fields> captured) {

  /** Where a node stands. */
  public enum Phase {
    /** Nothing has been said yet. */
    UNKNOWN,
    /** Waits for a slot of maxUnavailable. */
    PENDING,
    APPLYING,
    /** Failed, and will try again by itself. */
    RETRYING,
    DONE,
    /** Failed for good. */
    FAILED,
    /** Not tried, since others failed. */
    ABORTED
  }

  public Enactment {
    captured = Map.copyOf(captured);
  }

  /** As the API server has it, without the captured states. */
  public static Enactment of(JsonNode object) {
    return EnactmentObject.summary(object);
  }
}
