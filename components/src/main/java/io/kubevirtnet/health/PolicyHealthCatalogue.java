package io.kubevirtnet.health;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** Policies that do not come to an end. */
public final class PolicyHealthCatalogue {
  private PolicyHealthCatalogue() {}

  public static final Rule FAILED =
      Rule.error("KVN-D030", "Policy that failed")
          .why("The handler rolled the node back, so that it has nothing of the policy.")
          .fix("Correct the policy, which starts it anew.")
          .source("kubernetes-nmstate: enactment, Failing")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br2, generation: 1}
              spec: {desiredState: {interfaces: [{name: br2, type: linux-bridge, state: up, bridge: {port: [{name: ens9}]}}]}}
              status: {conditions: [{type: Degraded, status: "True", reason: FailedToConfigure, message: 1/1 nodes failed to configure}]}
              ---
              apiVersion: nmstate.io/v1beta1
              kind: NodeNetworkConfigurationEnactment
              metadata: {name: w1.br2, labels: {nmstate.io/policy: br2, nmstate.io/node: w1}}
              status: {policyGeneration: 1, conditions: [{type: Failing, status: "True", reason: FailedToConfigure, message: "error: NmstateError: InvalidArgument: Interface br2 holds unknown port ens9"}]}
              """);

  public static final Rule STUCK =
      Rule.warning("KVN-D031", "Policy that does not come to an end")
          .why(
              "Handlers need minutes, not longer, and until they are done the policy can not be changed.")
          .fix(
              "See what the handlers of the waiting nodes log; a node that is not ready is waited for.")
          .source("kubernetes-nmstate: ConfigurationProgressing")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br2, generation: 1, creationTimestamp: "2026-01-01T00:00:00Z"}
              spec: {desiredState: {interfaces: [{name: br2, type: linux-bridge, state: up}]}}
              status: {conditions: [{type: Progressing, status: "True", reason: ConfigurationProgressing, lastTransitionTime: "2026-01-01T00:00:00Z", message: Policy is progressing 0/1 nodes finished}]}
              """);

  public static final Rule NO_NODE =
      Rule.warning("KVN-D032", "Policy that means no node")
          .why("No node has all labels of its node selector, so that it does nothing.")
          .fix("Correct nodeSelector, or label the nodes.")
          .source("kubernetes-nmstate: NoMatchingNode")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br2}
              spec: {nodeSelector: {rack: z}, desiredState: {interfaces: [{name: br2, type: linux-bridge, state: up}]}}
              status: {conditions: [{type: Available, status: "False", reason: NoMatchingNode}, {type: Ignored, status: "True", reason: NoMatchingNode}]}
              """);

  public static final Rule RETRYING =
      Rule.warning("KVN-D033", "Policy that is tried again")
          .why("The handler tries five times before it gives up.")
          .fix("Correct the policy now, or wait for the last try if the reason passes by itself.")
          .source("kubernetes-nmstate: enactment, Retrying")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br2, generation: 1}
              spec: {desiredState: {interfaces: [{name: br2, type: linux-bridge, state: up}]}}
              status: {conditions: [{type: Degraded, status: "True", reason: FailedToConfigure}]}
              ---
              apiVersion: nmstate.io/v1beta1
              kind: NodeNetworkConfigurationEnactment
              metadata: {name: w1.br2, labels: {nmstate.io/policy: br2, nmstate.io/node: w1}}
              status: {policyGeneration: 1, conditions: [{type: Failing, status: "True", reason: Retrying, message: "Retrying 2/5 NmstateError: PluginFailure: NetworkManager is busy"}, {type: Progressing, status: "True"}]}
              """);

  static final List<Rule> ALL = List.of(FAILED, STUCK, NO_NODE, RETRYING);
}
