package io.kubevirtnet.provider.cluster;

import java.util.Set;

/** Something that was learned about the cluster while a rollout is awaited. */
sealed interface RolloutEvent {

  /** Where it comes from; each is known completely after its first {@link Listed}. */
  enum Source {
    POLICY,
    NODES,
    HANDLERS,
    ENACTMENTS
  }

  /** The policy as it is now. */
  record PolicySeen(String name, String uid, long generation) implements RolloutEvent {}

  /** A node that the policy's selector means. */
  record NodeSeen(String name, boolean ready) implements RolloutEvent {}

  /**
   * A pod of a handler.
   *
   * @param node where it runs; empty when it does not
   */
  record HandlerSeen(String pod, String node) implements RolloutEvent {}

  /** What a node made of the policy, without captured states. */
  record EnactmentSeen(String name, Enactment enactment) implements RolloutEvent {}

  /** Deleted, or, for a node, no longer meant by the selector. */
  record Gone(Source source, String key) implements RolloutEvent {}

  /** Everything there is has been seen; what is not among the keys is gone. */
  record Listed(Source source, Set<String> keys) implements RolloutEvent {
    public Listed {
      keys = Set.copyOf(keys);
    }
  }
}
