package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.node.ManagementVerdict;
import java.util.List;

/**
 * What happens on nodes to which the same happens.
 *
 * @param nodes by name; empty when no node is known, and the selector stands for them
 * @param selector which nodes are meant, in words: {@code nodes with
 *     node-role.kubernetes.io/worker}
 * @param policies that do it
 * @param lines the most dangerous first: {@code ens4 joins br1 and loses 192.0.2.7/24}
 * @param touches what happens to an interface over which the nodes are reached
 * @param wave its turn in the whole rollout, from 1
 * @param atOnce how many nodes of the policy are changed at the same time; 0 when that is not known
 * @param worstSeconds how long the policy may take over all of its nodes; 0 when that is not known
 */
public record NodeImpact(
    List<String> nodes,
    String selector,
    List<ObjectReference> policies,
    List<String> lines,
    ManagementVerdict.Kind management,
    List<String> touches,
    int wave,
    int atOnce,
    int worstSeconds) {
  public NodeImpact {
    nodes = List.copyOf(nodes);
    policies = List.copyOf(policies);
    lines = List.copyOf(lines);
    touches = List.copyOf(touches);
  }
}
