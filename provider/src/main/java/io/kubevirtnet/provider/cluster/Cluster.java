package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.link.NodeSelector;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One cluster that can be reached. Every method throws {@link ClusterProblem} and nothing else;
 * what is only temporary (429, 500, a restarting API server) has been tried again before.
 */
public interface Cluster extends AutoCloseable {

  /** UID of the namespace kube-system: what tells one cluster from another. */
  String uid();

  /** The nodes that a policy with this selector means, in the order of their names. */
  List<ClusterNode> nodes(NodeSelector selector);

  /** What the handlers last reported, by node; a node without a report has no entry. */
  Map<String, NodeReport> reports(Collection<String> nodes);

  Optional<Policy> policy(String name);

  List<Policy> policies();

  /** Creates it; refused with {@link ClusterProblem.Kind#EXISTS} when there is one. */
  Policy create(Policy policy);

  /**
   * Replaces spec and our annotations, only while it still has the resource version of this. Ours
   * are all in the domains of those that are given; what others wrote stays.
   */
  Policy replace(Policy policy);

  /**
   * Deletes it and waits until it and its enactments are gone; fine when there is none. Enactments
   * that no handler removes within a moment are deleted as well: they would speak for the next
   * policy of this name.
   */
  void delete(String policy);

  List<Enactment> enactments(String policy);

  /**
   * Waits until every node that the policy means has finished this generation, or surely will not.
   * Awaited are nodes that are Ready and run a handler, and those that have begun. Where none does,
   * that is the answer at once: handlers are not waited for. When failures stop the rollout, nodes
   * that are still at it get a moment (15 s) and are reported as waiting then.
   *
   * @param progress told each time that something changed, at most every second
   */
  RolloutResult await(
      Policy policy, long generation, Duration limit, Consumer<RolloutProgress> progress);

  /** Network attachments, and pods of virtual machines, that use these bridges or localnets. */
  List<BridgeUser> users(Collection<String> bridges, Collection<String> localnets);

  @Override
  void close();
}
