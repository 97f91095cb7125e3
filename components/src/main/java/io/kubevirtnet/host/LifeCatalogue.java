package io.kubevirtnet.host;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/**
 * What can go wrong in the life of a policy on a cluster. An example is a little play, told in YAML
 * and tested with the resource itself: what is there, what is asked, and with what.
 */
public final class LifeCatalogue {
  private LifeCatalogue() {}

  public static final Rule FOREIGN_POLICY =
      Rule.refused("KVN-N300", "Policy that somebody else made")
          .why(
              "Two owners of one policy would overwrite each other, and what the nodes had before it is not known.")
          .fix("Choose another policyName, or set adopt: true to take it over.")
          .source("API server: AlreadyExists; stamps of this project")
          .example(
              """
              life: create
              policies: [{name: br1, desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}]
              properties: {policyName: br1, desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule ADOPT_WITHOUT_BASELINE =
      Rule.refused("KVN-N301", "Adoption that could not be taken back")
          .why(
              "What the nodes had before an adopted policy is not known, so a delete has nothing to put back.")
          .fix("State it in baseline, or set teardown: leave.")
          .source("this project")
          .example(
              """
              life: check
              properties: {adopt: true, desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule OTHER_CLUSTER =
      Rule.refused("KVN-N302", "Another cluster than before")
          .why(
              "The state tells of the nodes of one cluster; to write it to another would configure the wrong nodes.")
          .fix(
              "Set kubevirtnet:kubeconfig and kubevirtnet:context to the cluster of this stack, or use a stack of its own.")
          .source("UID of the namespace kube-system")
          .example(
              """
              life: update
              cluster: 5d1e
              state: {cluster: 7a90}
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule NO_MATCHING_NODE =
      Rule.error("KVN-N303", "Policy without a node")
          .why("No node has all of these labels, so nothing would be configured.")
          .fix(
              "Correct nodeSelector as `kubectl get nodes --show-labels` prints them, or set allowNoNodes: true.")
          .source("kubernetes-nmstate: NoMatchingNode")
          .example(
              """
              life: check
              nodes: [{name: w1, labels: {rack: a}}]
              properties: {nodeSelector: {rack: z}, desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule IN_USE =
      Rule.refused("KVN-N304", "Bridge that is still used")
          .why("Those who use it would lose their network.")
          .fix("Delete them first, or set consumers: ignore and run `pulumi up` before.")
          .source("this project; Multus and CNI notice it at the next start of a pod only")
          .example(
              """
              life: delete
              users: [{kind: NetworkAttachmentDefinition, namespace: vms, name: lan, target: br1}]
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule ROLLOUT_FAILED =
      Rule.refused("KVN-N305", "Rollout that failed")
          .why("nmstate put these nodes back to what they had.")
          .fix("Correct the cause that is named, and run again: what is done stays done.")
          .source("kubernetes-nmstate: FailedToConfigure, ConfigurationAborted")
          .example(
              """
              life: create
              failing: {w1: "VerificationError: Verification failure: br1.interface.bridge.port"}
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule NOT_IN_TIME =
      Rule.refused("KVN-N306", "Rollout that was not done in time")
          .why("The nodes may still finish by themselves.")
          .fix(
              "Look at the enactments of the nodes that are named, or raise timeoutSeconds, and run again.")
          .source("this project")
          .example(
              """
              life: create
              waiting: {w1: applying}
              properties: {timeoutSeconds: 60, desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule UNREACHABLE =
      Rule.warning("KVN-N307", "Cluster that could not be asked")
          .why("Whether the nodes can take it, and what becomes of them, was not checked.")
          .fix(
              "Set kubevirtnet:kubeconfig and kubevirtnet:context, or kubevirtnet:offline where that is meant.")
          .source("this project")
          .example(
              """
              life: check
              cluster: unreachable
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule OFFLINE =
      Rule.info("KVN-N308", "Cluster that was not asked")
          .why("kubevirtnet:offline is set, so whether the nodes can take it was not checked.")
          .fix("Leave it out for a preview that knows the nodes.")
          .source("this project")
          .example(
              """
              life: check
              config: {offline: true}
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule PLAIN_TO_MANAGED =
      Rule.refused("KVN-N309", "Policy that pulumi-kubernetes still owns")
          .why(
              "It was the child of rollout: plain; as soon as the managed one is there, Pulumi deletes that child, by its name.")
          .fix("Take the child out of the state first, and adopt the policy.")
          .source("pulumi-kubernetes: field manager pulumi-kubernetes")
          .example(
              """
              life: create
              policies: [{name: br1, managers: [pulumi-kubernetes], desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}]
              properties: {policyName: br1, desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule CLAIMED_ON_CLUSTER =
      Rule.error("KVN-N310", "Interface that another policy of the cluster claims")
          .why(
              "A port has one controller per node; the two policies would steal it from each other in turn.")
          .fix(
              "Use another network card, delete that policy, or make the node selectors exclude each other.")
          .source("Linux bridge: one controller per port; nmstate looks at one policy at a time")
          .example(
              """
              life: check
              nodes: [{name: w1}]
              policies: [{name: old, desiredState: {interfaces: [{name: br7, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]}}]
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]}}
              """);

  public static final Rule LEFT_BEHIND =
      Rule.warning("KVN-N311", "Nodes that keep what a policy made")
          .why("They match no longer, or could not be reached, and are not as they were before.")
          .fix(
              "They are kept in the state; run again when they are Ready, or with leftBehind: revert.")
          .source("kubernetes-nmstate: a node that stops matching keeps its configuration")
          .example(
              """
              life: update
              nodes: [{name: w1, labels: {rack: a}}, {name: w2, labels: {rack: a}}]
              leaving: [w2]
              properties: {nodeSelector: {rack: a}, leftBehind: leave, maxUnavailable: "2", desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule DRIFT =
      Rule.warning("KVN-N312", "Nodes that are not as the policy says")
          .why("nmstate applies a policy once and does not look again.")
          .fix("Run `pulumi up`: the policy is written again and every node repairs itself.")
          .source("kubernetes-nmstate has no drift reconciliation")
          .example(
              """
              life: read
              removed: {w1: br1}
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule NO_HANDLER =
      Rule.refused("KVN-N313", "Policy that no handler finishes")
          .why(
              "The admission refuses a change while a policy is in progress, and no node has reported an end of it.")
          .fix("Look at the pods of kubernetes-nmstate-handler on these nodes, and run again.")
          .source("nncp-validation-policy: policy is still in progress")
          .example(
              """
              life: update
              waiting: {w1: applying}
              properties: {timeoutSeconds: 60, desiredState: {interfaces: [{name: br2, type: linux-bridge, state: up}]}}
              """);

  public static final Rule NO_NMSTATE =
      Rule.warning("KVN-N314", "Cluster without nmstate")
          .why(
              "It does not know the kind NodeNetworkConfigurationPolicy yet, so the nodes were not checked.")
          .fix(
              "Install kubernetes-nmstate and make its NMState, here or before; let this depend on it.")
          .source("kubernetes-nmstate: the operator makes the kinds when an NMState exists")
          .example(
              """
              life: check
              cluster: without nmstate
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule OVERTAKEN =
      Rule.refused("KVN-N315", "Policy that somebody else changed meanwhile")
          .why("What the nodes apply now is not what was written.")
          .fix("Find out who writes to it, and run again.")
          .source("this project")
          .example(
              """
              life: create
              overtaken: true
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule FORMER_STATE_UNKNOWN =
      Rule.warning("KVN-N316", "Nodes whose former state is not known")
          .why(
              "They had the bridge already when they were first seen, so a delete takes away what the policy makes, and gives no address back.")
          .fix("State in baseline what they had before.")
          .source("this project")
          .example(
              """
              life: create
              has: {w1: br1}
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]}}
              """);

  public static final Rule INTERRUPTED =
      Rule.refused("KVN-N317", "Operation that was stopped")
          .why("The state says how far it came.")
          .fix("Run again: it continues.")
          .source("the engine's Cancel")
          .example(
              """
              life: create
              cancelled: true
              properties: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}}
              """);

  public static final Rule CAPTURES_GONE =
      Rule.refused("KVN-N318", "Captures that would find what the policy itself has made")
          .why(
              "What a policy captured on a node is kept with that policy, as long as its name and its captures stay the same. A new one captures anew, and finds a network card that is a port already and has no address to hand to the bridge.")
          .fix(
              "Keep policyName and capture as they were; or destroy this policy first, which puts the nodes back to what they had, and run `pulumi up` again.")
          .source("kubernetes-nmstate: capturedStates of an enactment, which goes with its policy")
          .example(
              """
              life: update
              first: {policyName: br1, capture: {card: 'interfaces.name=="ens4"'}, desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up, ipv4: "{{ capture.card.interfaces.0.ipv4 }}", bridge: {port: [{name: ens4}]}}]}}
              properties: {policyName: lan, capture: {card: 'interfaces.name=="ens4"'}, desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up, ipv4: "{{ capture.card.interfaces.0.ipv4 }}", bridge: {port: [{name: ens4}]}}]}}
              """);

  public static final List<Rule> ALL =
      List.of(
          FOREIGN_POLICY,
          ADOPT_WITHOUT_BASELINE,
          OTHER_CLUSTER,
          NO_MATCHING_NODE,
          IN_USE,
          ROLLOUT_FAILED,
          NOT_IN_TIME,
          UNREACHABLE,
          OFFLINE,
          PLAIN_TO_MANAGED,
          CLAIMED_ON_CLUSTER,
          LEFT_BEHIND,
          DRIFT,
          NO_HANDLER,
          NO_NMSTATE,
          OVERTAKEN,
          FORMER_STATE_UNKNOWN,
          INTERRUPTED,
          CAPTURES_GONE);
}
