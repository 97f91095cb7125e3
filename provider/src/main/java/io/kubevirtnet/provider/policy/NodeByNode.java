package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.provider.cluster.RolloutResult.Outcome;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts nodes back one by one, each with a temporary policy that means just this node: for nodes
 * that differ from each other, or that no policy of ours means any more.
 */
final class NodeByNode {
  private static final String HOSTNAME = "kubernetes.io/hostname";

  private final Scene scene;
  private final Ledger ledger;
  private final int atOnce;
  private final Duration limit;

  /**
   * @param atOnce how many nodes may change at the same time
   * @param limit for one node
   */
  NodeByNode(Scene scene, Ledger ledger, int atOnce, Duration limit) {
    this.scene = scene;
    this.ledger = ledger;
    this.atOnce = atOnce;
    this.limit = limit;
  }

  /**
   * Applies these states, with an end for each node.
   *
   * @param forget the node is as it was before then, so that nothing is to be kept about it
   * @return the nodes that did not get theirs, with the reason
   */
  Map<String, String> run(Map<ClusterNode, Fields> states, boolean forget) {
    var problems = new TreeMap<String, String>();
    var waiting = new ArrayList<>(states.keySet());
    while (!waiting.isEmpty()) {
      var batch = List.copyOf(waiting.subList(0, Math.min(atOnce, waiting.size())));
      waiting.removeAll(batch);
      var policies = new LinkedHashMap<ClusterNode, Policy>();
      for (var node : batch) {
        if (node.labels().containsKey(HOSTNAME)) {
          policies.put(node, put(node, states.getOrDefault(node, Fields.EMPTY)));
        } else {
          problems.put(node.name(), "it has no label " + HOSTNAME);
        }
      }
      policies.forEach((node, policy) -> await(node, policy, forget, problems));
      if (!problems.isEmpty()) {
        waiting.forEach(n -> problems.put(n.name(), "not tried after " + Names.some(names(batch))));
        break;
      }
    }
    return problems;
  }

  private static List<String> names(List<ClusterNode> nodes) {
    return nodes.stream().map(ClusterNode::name).toList();
  }

  private Policy put(ClusterNode node, Fields state) {
    int serial = ledger.state().serial() + 1;
    ledger.writing(s -> s.written(s.owner(), serial));
    var spec = Drafts.onNode(node.labels().getOrDefault(HOSTNAME, ""), state, serial);
    var stamp = Stamp.on(scene.owner(), Stamp.Operation.TAKE_BACK_NODE, serial, spec, Journal.NONE);
    return new PolicyWriter(scene, policy -> {}).put(name(node.name()), spec, stamp, limit);
  }

  private void await(
      ClusterNode node, Policy policy, boolean forget, Map<String, String> problems) {
    var result = new Rollout(scene).await(policy, limit);
    if (result.outcome() != Outcome.DONE) {
      problems.put(node.name(), reason(result, node.name()));
      return;
    }
    if (forget) {
      ledger.note(s -> s.forgetting(List.of(node.name())));
    }
    scene.cluster().delete(policy.name());
  }

  private static String reason(io.kubevirtnet.provider.cluster.RolloutResult result, String node) {
    return switch (result.outcome()) {
      case DONE -> "";
      case FAILED -> result.failed().getOrDefault(node, "failed");
      case TIMED_OUT -> "not done in time: " + result.waiting().getOrDefault(node, "waiting");
      case NO_NODES -> "it is not Ready, or runs no handler";
      case OVERTAKEN -> "somebody else changed the temporary policy";
    };
  }

  /** The same one at every attempt, so that the next one finds it. */
  String name(String node) {
    return "kubevirtnet-back-" + Digest.of(scene.owner() + " " + node);
  }
}
