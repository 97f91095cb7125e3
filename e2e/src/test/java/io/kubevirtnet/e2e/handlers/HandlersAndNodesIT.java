package io.kubevirtnet.e2e.handlers;

import static io.kubevirtnet.e2e.handlers.TestPolicies.BRIDGE;
import static io.kubevirtnet.e2e.handlers.TestPolicies.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The double follows what happens around it: nodes, handlers, captures, the API server. */
class HandlersAndNodesIT {
  private LocalCluster cluster;
  private KubeApi api;
  private NodeFleet fleet;
  private TestPolicies policies;

  @BeforeEach
  void start() {
    cluster = LocalCluster.shared();
    api = cluster.api();
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
  void movesTheLeasedAddressOfANicIntoItsBridge() {
    fleet.add(1, WORKER);

    policies.create("br1", WORKER, "1", BRIDGE);
    policies.awaitSuccess("br1", 1);

    FleetNode node = fleet.node("w1");
    assertThat(node.iface("br1").orElseThrow().at("/ipv4/address/0/ip").asText())
        .isEqualTo("10.4.0.1");
    assertThat(node.iface("br1").orElseThrow().path("mac-address"))
        .isEqualTo(node.iface("ens4").orElseThrow().path("mac-address"));
    assertThat(node.iface("ens4").orElseThrow().at("/ipv4/enabled").asBoolean()).isFalse();
    assertThat(node.iface("ens4").orElseThrow().path("controller").asText()).isEqualTo("br1");
    assertThat(node.reported()).isEqualTo(node.host());
    assertThat(node.reported().at("/routes/running/0/next-hop-interface").asText())
        .isEqualTo("br1");
  }

  @Test
  void forgetsANodeThatMatchesNoMoreAndLeavesItsHost() {
    fleet.add(2, WORKER);
    policies.create("br1", WORKER, "1", BRIDGE);
    policies.awaitSuccess("br1", 2);

    fleet.node("w2").unlabel("role");

    policies.awaitSuccess("br1", 1);
    fleet.await("no enactment", () -> fleet.node("w2").enactment("br1").isEmpty());
    assertThat(fleet.node("w2").iface("br1")).isPresent();
  }

  @Test
  void finishesWhatItHasBegunWhenTheNodeIsRelabelled() {
    fleet.add(1, WORKER);
    fleet.node("w1").holdAt(Stage.APPLYING);
    policies.create("br1", WORKER, "1", BRIDGE);

    fleet.node("w1").awaitHeld().unlabel("role").release();

    fleet.awaitSaid(
        "True NoMatchingNode Policy does not match any node", policies.says("br1", "Ignored"));
    fleet.await("no enactment", () -> fleet.enactments("br1").isEmpty());
    assertThat(fleet.node("w1").iface("br1")).isPresent();
  }

  @Test
  void configuresNodesThatJoin() {
    fleet.add(1, WORKER);
    policies.create("br1", WORKER, "1", BRIDGE);
    policies.awaitSuccess("br1", 1);

    fleet.add("late", WORKER, HostState.ofOneNic(77));

    policies.awaitSuccess("br1", 2);
    fleet.remove("late");
    assertThat(fleet.enactments("br1")).hasSize(1);
  }

  @Test
  void dropsTheEnactmentsOfADeletedPolicyAndLeavesTheHosts() {
    fleet.add(2, WORKER);
    policies.create("br1", WORKER, "1", BRIDGE);
    policies.awaitSuccess("br1", 2);

    api.delete(HandlerWrites.policy("br1"), "Background");

    fleet.await("no enactments", () -> fleet.enactments("br1").isEmpty());
    assertThat(fleet.node("w1").iface("br1")).isPresent();
  }

  @Test
  void takesSeveralPoliciesOfANodeOneAtATime() {
    fleet.add(1, WORKER);
    fleet.node("w1").holdAt(Stage.APPLYING);
    policies.create("a", WORKER, "1", BRIDGE);
    fleet.node("w1").awaitHeld();
    policies.create("b", WORKER, "1", "interfaces: [{name: d0, type: dummy, state: up}]");
    policies.create("c", WORKER, "1", "interfaces: [{name: d1, type: dummy, state: up}]");

    assertThat(fleet.enactments("b")).isEmpty();
    fleet.node("w1").release();
    policies.awaitSuccess("a", 1);
    policies.awaitSuccess("b", 1);
    policies.awaitSuccess("c", 1);
  }

  @Test
  void staysInProgressWhenAHandlerIsGoneAndGoesOnWhenItReturns() {
    fleet.add(2, WORKER);
    fleet.node("w1").holdAt(Stage.PROBING);
    policies.create("br1", WORKER, "1", BRIDGE);

    fleet.node("w1").awaitHeld().loseHandler();

    fleet.awaitSaid(
        "True MaxUnavailableLimitReached Waiting for progressing nodes to finish",
        () -> fleet.enactmentSays("w2", "br1", "Pending"));
    assertThat(fleet.enactmentSays("w1", "br1", "Progressing")).startsWith("True");
    assertThat(fleet.node("w1").iface("br1")).isEmpty();
    assertThat(api.get(ObjectRef.in("nmstate", "v1", "Pod", "nmstate-handler-w1"))).isEmpty();
    fleet.node("w1").release().regainHandler();
    policies.awaitSuccess("br1", 2);
  }

  @Test
  void resolvesACaptureOncePerNodeAndPolicy() {
    fleet.add(1, WORKER);
    String revert =
        """
        interfaces:
        - {name: br1, type: linux-bridge, state: absent}
        - name: ens4
          type: ethernet
          state: up
          ipv4: "{{ capture.ens4.interfaces.0.ipv4 }}"
        """;
    JsonNode before = fleet.node("w1").host();
    policies.createCapturing("br1", BRIDGE, "ens4", "interfaces.name==\"ens4\"");
    policies.awaitSuccess("br1", 1);

    policies.change("br1", revert);

    policies.awaitSuccess("br1", 1);
    fleet.await("the second generation", () -> fleet.node("w1").iface("br1").isEmpty());
    assertThat(fleet.node("w1").host()).isEqualTo(before);
    assertThat(
            fleet
                .node("w1")
                .enactment("br1")
                .orElseThrow()
                .at("/status/capturedStates/ens4/state/interfaces/0/ipv4/dhcp")
                .asBoolean())
        .isTrue();
  }

  @Test
  void failsAtOnceWhenACaptureMatchesNothing() {
    fleet.add(1, WORKER);
    policies.createCapturing("br1", BRIDGE, "none", "interfaces.name==\"ens9\"");

    fleet.awaitSaid(
        "True FailedToConfigure 1/1 nodes failed to configure", policies.says("br1", "Degraded"));
    assertThat(fleet.enactmentSays("w1", "br1", "Failing"))
        .startsWith("True FailedToConfigure failure generating desiredState and capturedStates: ")
        .contains("NmstateError: PolicyError: interface with name ens9 not found");
    assertThat(fleet.node("w1").enactment("br1").orElseThrow().at("/status/retryCount")).isEmpty();
  }

  @Test
  void showsAChangeThatSomebodyMakesBesideIt() {
    fleet.add(1, WORKER);
    policies.create("br1", WORKER, "1", BRIDGE);
    policies.awaitSuccess("br1", 1);

    fleet.node("w1").change(host -> host.edit("br1", entry -> entry.put("mtu", 1400)));

    assertThat(Json.yaml(fleet.node("w1").reported())).contains("mtu: 1400");
    assertThat(fleet.policySays("br1", "Available")).startsWith("True");
  }

  @Test
  void goesOnAfterTheApiServerWasRestarted() {
    fleet.add(2, WORKER);
    fleet.node("w1").holdAt(Stage.APPLYING);
    policies.create("br1", WORKER, "1", BRIDGE);
    fleet.node("w1").awaitHeld();

    cluster.stopServer();
    fleet.node("w1").release();
    cluster.startServer();

    policies.awaitSuccess("br1", 2);
    policies.change("br1", BRIDGE + "description: later\n");
    fleet.await(
        "the second generation",
        () ->
            fleet.node("w2").enactment("br1").orElseThrow().at("/status/policyGeneration").asInt()
                == 2);
  }
}
