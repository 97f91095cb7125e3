package io.kubevirtnet.e2e.handlers;

import static io.kubevirtnet.e2e.handlers.TestPolicies.BRIDGE;
import static io.kubevirtnet.e2e.handlers.TestPolicies.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The double writes what upstream's handlers write, in every state of a policy and an enactment.
 */
class HandlersIT {
  private KubeApi api;
  private NodeFleet fleet;
  private TestPolicies policies;

  @BeforeEach
  void start() {
    api = LocalCluster.shared().api();
    fleet = NodeFleet.on(api);
    policies = new TestPolicies(api, fleet);
  }

  @AfterEach
  void stop() {
    if (fleet != null) {
      fleet.close();
    }
  }

  @Test
  void makesTwelveNodesWithinTwoSeconds() {
    long start = System.nanoTime();
    fleet.add(12, WORKER);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(took).isLessThan(Duration.ofSeconds(2));
    ObjectNode node = api.get(ObjectRef.cluster("v1", "Node", "w12")).orElseThrow();
    assertThat(node.at("/metadata/labels/role").asText()).isEqualTo("worker");
    assertThat(node.at("/status/addresses/0/address").asText()).isEqualTo("10.4.0.12");
    ObjectNode pod =
        api.get(ObjectRef.in("nmstate", "v1", "Pod", "nmstate-handler-w12")).orElseThrow();
    assertThat(pod.at("/spec/nodeName").asText()).isEqualTo("w12");
    assertThat(pod.at("/status/phase").asText()).isEqualTo("Running");
    JsonNode state = fleet.node("w12").reported();
    assertThat(state.at("/interfaces/1/ipv4/address/0/ip").asText()).isEqualTo("10.4.0.12");
    assertThat(state.at("/routes/running/0/next-hop-interface").asText()).isEqualTo("ens4");
  }

  @Test
  void succeedsOnAllNodes() {
    fleet.add(2, WORKER);

    policies.create("br1", WORKER, "1", BRIDGE);

    fleet.awaitSaid(
        "True SuccessfullyConfigured 2/2 nodes successfully configured",
        policies.says("br1", "Available"));
    assertThat(fleet.policySays("br1", "Degraded")).isEqualTo("False SuccessfullyConfigured");
    assertThat(fleet.policySays("br1", "Progressing")).isEqualTo("False SuccessfullyConfigured");
    assertThat(fleet.policySays("br1", "Ignored")).isEqualTo("False SuccessfullyConfigured");
    assertThat(fleet.enactmentSays("w1", "br1", "Available"))
        .isEqualTo("True SuccessfullyConfigured successfully reconciled");
    for (String type : List.of("Failing", "Progressing", "Pending", "Aborted")) {
      assertThat(fleet.enactmentSays("w1", "br1", type)).isEqualTo("False SuccessfullyConfigured");
    }
    ObjectNode enactment = fleet.node("w2").enactment("br1").orElseThrow();
    assertThat(enactment.at("/metadata/labels/nmstate.io~1policy").asText()).isEqualTo("br1");
    assertThat(enactment.at("/metadata/labels/nmstate.io~1node").asText()).isEqualTo("w2");
    assertThat(enactment.at("/metadata/ownerReferences/0/kind").asText()).isEqualTo("Node");
    assertThat(enactment.at("/status/policyGeneration").asInt()).isEqualTo(1);
    assertThat(
            enactment.at(
                "/status/desiredState/interfaces/0/bridge/port/0/vlan/trunk-tags/0/id-range/max"))
        .hasToString("4094");
    assertThat(fleet.policy("br1").orElseThrow().at("/metadata/annotations").toString())
        .contains("nmstate.io/webhook-mutating-timestamp");
    assertThat(fleet.policy("br1").orElseThrow().at("/spec/desiredState").toString())
        .doesNotContain("trunk");
  }

  @Test
  void saysNothingYetForAFreshPolicyAndRefusesToChangeIt() {
    fleet.add(1, WORKER);
    fleet.node("w1").holdAt(Stage.STARTING);

    policies.create("br1", WORKER, "1", BRIDGE);
    fleet.node("w1").awaitHeld();

    for (String type : List.of("Available", "Degraded", "Progressing", "Ignored")) {
      assertThat(fleet.policySays("br1", type)).isEqualTo("Unknown");
    }
    assertThat(fleet.enactments("br1")).isEmpty();
    assertThatThrownBy(() -> policies.change("br1", "interfaces: []"))
        .isInstanceOf(KubeApiException.class)
        .hasMessageContaining("policy br1 is still in progress");
    fleet.node("w1").release();
    policies.awaitSuccess("br1", 1);
  }

  @Test
  void progressesNodeByNodeWithinTheLimit() {
    fleet.add(3, WORKER);
    fleet.node("w1").holdAt(Stage.APPLYING);

    policies.create("br1", WORKER, "1", BRIDGE);
    fleet.node("w1").awaitHeld();

    fleet.awaitSaid(
        "True MaxUnavailableLimitReached Waiting for progressing nodes to finish",
        () -> fleet.enactmentSays("w3", "br1", "Pending"));
    assertThat(fleet.enactmentSays("w1", "br1", "Progressing"))
        .isEqualTo("True ConfigurationProgressing Applying desired state");
    assertThat(fleet.enactmentSays("w1", "br1", "Available"))
        .isEqualTo("Unknown ConfigurationProgressing");
    assertThat(fleet.enactmentSays("w1", "br1", "Failing"))
        .isEqualTo("Unknown ConfigurationProgressing");
    assertThat(fleet.policySays("br1", "Progressing"))
        .isEqualTo("True ConfigurationProgressing Policy is progressing 0/3 nodes finished");
    assertThat(fleet.policySays("br1", "Available")).isEqualTo("Unknown ConfigurationProgressing");
    assertThat(fleet.policySays("br1", "Degraded")).isEqualTo("Unknown ConfigurationProgressing");
    assertThat(fleet.policySays("br1", "Ignored")).isEqualTo("False ConfigurationProgressing");
    assertThat(fleet.policy("br1").orElseThrow().at("/status/unavailableNodeCountMap/1").asInt())
        .isEqualTo(1);
    assertThat(fleet.node("w1").iface("br1")).isEmpty();
    fleet.node("w2").holdAt(Stage.PROBING);
    fleet.node("w1").release();
    fleet.node("w2").awaitHeld();
    fleet.awaitSaid(
        "True ConfigurationProgressing Policy is progressing 1/3 nodes finished",
        policies.says("br1", "Progressing"));
    assertThat(fleet.node("w2").iface("br1")).isEmpty();
    fleet.node("w2").release();
    policies.awaitSuccess("br1", 3);
  }

  @Test
  void scalesAPercentageOverTheEnactments() {
    fleet.add(4, WORKER);
    fleet.nodes().forEach(node -> node.holdAt(Stage.APPLYING));

    policies.create("br1", WORKER, "50%", BRIDGE);

    fleet.node("w1").awaitHeld();
    fleet.await(
        "two pending nodes",
        () ->
            fleet.nodes().stream()
                    .filter(
                        node ->
                            fleet.enactmentSays(node.name(), "br1", "Pending").startsWith("True"))
                    .count()
                == 2);
    fleet.nodes().forEach(FleetNode::release);
    policies.awaitSuccess("br1", 4);
  }

  @Test
  void isAvailableBeforeTheNodeStateShowsIt() {
    fleet.add(1, WORKER);
    FleetNode node = fleet.node("w1").holdAt(Stage.REPORTING);

    policies.create("br1", WORKER, "1", BRIDGE);
    node.awaitHeld();

    assertThat(fleet.enactmentSays("w1", "br1", "Available")).startsWith("True");
    assertThat(node.host().toString()).contains("br1");
    assertThat(node.reported().toString()).doesNotContain("br1");
    node.release();
    fleet.await("the report", () -> node.reported().equals(node.host()));
  }

  @Test
  void retriesAndSucceeds() {
    fleet.close();
    fleet = NodeFleet.on(api, Duration.ofMillis(600));
    policies = new TestPolicies(api, fleet);
    fleet.add(1, WORKER);
    fleet.node("w1").failsTimes(2, NmstateError.VERIFICATION);

    policies.create("br1", WORKER, "1", BRIDGE);

    fleet.awaitSaid(
        "True Retrying failed to reconcile NodeNetworkConfigurationPolicy on node w1."
            + " Retrying 2/5",
        () -> fleet.enactmentSays("w1", "br1", "Failing"));
    assertThat(fleet.enactmentSays("w1", "br1", "Progressing")).startsWith("True Retrying");
    assertThat(fleet.enactmentSays("w1", "br1", "Available")).isEqualTo("False Retrying");
    fleet.awaitSaid(
        "True FailedToConfigure 1/1 nodes failed to configure", policies.says("br1", "Degraded"));
    policies.awaitSuccess("br1", 1);
    assertThat(fleet.policySays("br1", "Degraded")).isEqualTo("False SuccessfullyConfigured");
    assertThat(fleet.node("w1").enactment("br1").orElseThrow().at("/status/retryCount").toString())
        .isEqualTo("{\"1\":2}");
  }

  @Test
  void givesUpAfterFiveAttemptsAndTriesTheNextGeneration() {
    fleet.add(2, WORKER);
    fleet.node("w1").failsForGood(NmstateError.VERIFICATION);

    policies.create("br1", WORKER, "2", BRIDGE);

    fleet.awaitSaid(
        "True FailedToConfigure 1/2 nodes failed to configure", policies.says("br1", "Degraded"));
    fleet.awaitIdle();
    assertThat(fleet.policySays("br1", "Available")).isEqualTo("False FailedToConfigure");
    assertThat(fleet.policySays("br1", "Progressing")).isEqualTo("False ConfigurationProgressing");
    assertThat(fleet.policySays("br1", "Ignored")).isEqualTo("False FailedToConfigure");
    assertThat(fleet.enactmentSays("w1", "br1", "Failing"))
        .startsWith("True FailedToConfigure error reconciling")
        .contains("NmstateError: VerificationError: Verification failure: br1.interface.mtu")
        .contains("failed to execute nmstatectl apply --no-commit --timeout 480: exit status 1");
    assertThat(fleet.enactmentSays("w1", "br1", "Progressing"))
        .isEqualTo("False FailedToConfigure");
    assertThat(fleet.enactmentSays("w2", "br1", "Available")).startsWith("True");
    assertThat(fleet.node("w1").iface("br1")).isEmpty();
    fleet.node("w1").works();
    policies.change("br1", BRIDGE + "description: again\n");
    policies.awaitSuccess("br1", 2);
    assertThat(fleet.node("w1").enactment("br1").orElseThrow().at("/status/policyGeneration"))
        .hasToString("2");
  }

  @Test
  void abortsTheRestWhenTooManyHaveFailed() {
    fleet.add(3, WORKER);
    fleet.node("w1").failsForGood(NmstateError.VERIFICATION);

    policies.create("br1", WORKER, "1", BRIDGE);

    fleet.awaitSaid(
        "True FailedToConfigure 1/3 nodes failed to configure, 2 nodes aborted configuration",
        policies.says("br1", "Degraded"));
    assertThat(fleet.enactmentSays("w2", "br1", "Aborted"))
        .isEqualTo("True ConfigurationAborted reconciliation of enactment \"w2.br1\" has aborted");
    assertThat(fleet.enactmentSays("w2", "br1", "Failing")).isEqualTo("False ConfigurationAborted");
    assertThat(fleet.node("w2").iface("br1")).isEmpty();
  }

  @Test
  void rollsBackWhenAProbeFails() {
    fleet.add(1, WORKER);
    JsonNode before = fleet.node("w1").failsProbe("ping").host();

    policies.create("br1", WORKER, "1", BRIDGE);
    fleet.awaitSaid(
        "True FailedToConfigure 1/1 nodes failed to configure", policies.says("br1", "Degraded"));
    fleet.awaitIdle();

    assertThat(fleet.enactmentSays("w1", "br1", "Failing"))
        .contains(
            "rolling back desired state configuration: failed runnig probes after network changes:"
                + " failed runnig probe 'ping' with after network reconfiguration ->"
                + " currentState: interfaces:");
    assertThat(fleet.node("w1").host()).isEqualTo(before);
  }

  @Test
  void refusesWhatNmstateWouldRefuse() {
    fleet.add(1, WORKER);

    policies.create("br1", WORKER, "1", BRIDGE.replace("{name: ens4}", "{name: ens9}"));
    fleet.awaitIdle();
    fleet.awaitSaid(
        "True FailedToConfigure 1/1 nodes failed to configure", policies.says("br1", "Degraded"));
    fleet.awaitIdle();

    assertThat(fleet.enactmentSays("w1", "br1", "Failing"))
        .contains(
            "NmstateError: InvalidArgument: Controller interface br1 is holding unknown port");
  }

  @Test
  void ignoresAPolicyThatMatchesNoNode() {
    fleet.add(1, WORKER);

    policies.create("br1", Map.of("role", "nobody"), "1", BRIDGE);

    fleet.awaitSaid(
        "True NoMatchingNode Policy does not match any node", policies.says("br1", "Ignored"));
    for (String type : List.of("Available", "Degraded", "Progressing")) {
      assertThat(fleet.policySays("br1", type)).isEqualTo("False NoMatchingNode");
    }
    assertThat(fleet.enactments("br1")).isEmpty();
  }

  @Test
  void leavesOutNodesThatAreNotReadyUntilTheyReturn() {
    fleet.add(2, WORKER);
    fleet.node("w2").notReady();

    policies.create("br1", WORKER, "1", BRIDGE);

    fleet.awaitSaid(
        "True SuccessfullyConfigured 1/2 nodes successfully configured,"
            + " 1 nodes ignored due to NotReady state",
        policies.says("br1", "Available"));
    assertThat(fleet.node("w2").enactment("br1")).isEmpty();
    fleet.node("w2").ready();
    policies.awaitSuccess("br1", 2);
  }
}
