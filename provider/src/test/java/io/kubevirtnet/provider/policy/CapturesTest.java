package io.kubevirtnet.provider.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that take the addresses of their bridges from the network cards of each node. */
class CapturesTest {
  private static final String FROM_CARD =
      """
      policyName: br1
      nodeSelector: {rack: a}
      capture: {card: 'interfaces.name=="ens4"'}
      desiredState:
        interfaces:
        - {name: br1, type: linux-bridge, state: up, ipv4: "{{ capture.card.interfaces.0.ipv4 }}", bridge: {options: {stp: {enabled: false}}, port: [{name: ens4}]}}
      """;

  private static final String RENAMED = FROM_CARD.replace("policyName: br1", "policyName: lan");

  private static final String GROWN =
      FROM_CARD
          + "  - {name: br2, type: linux-bridge, state: up, ipv4: {enabled: false}, bridge: {port: [{name: ens5}]}}\n";

  private final FakeCluster cluster = Hosts.rackOfFixed();
  private final Story story = new Story(cluster);

  private void assertAddressesOnBridge() {
    assertThat(bridge(cluster, "w1")).contains("192.0.2.1");
    assertThat(bridge(cluster, "w2")).contains("192.0.2.2");
  }

  private static String bridge(FakeCluster cluster, String node) {
    return cluster.state(node).find("br1").orElseThrow().fields().toString();
  }

  private void assertRefused(String properties) {
    cluster.writes.clear();
    assertThatThrownBy(() -> story.up(properties))
        .hasMessageContaining("KVN-N318")
        .hasMessageContaining("w1, w2");
    assertThat(cluster.writes).isEmpty();
  }

  @Test
  void changesWhatIsBesideTheCapturesAndKeepsTheAddresses() {
    story.up(FROM_CARD);

    story.up(GROWN);

    assertThat(cluster.state("w2").find("br2")).isPresent();
    assertAddressesOnBridge();
    story.destroy();
    assertThat(story.differences("w1")).isEmpty();
    assertThat(story.differences("w2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "update", "delete"})
  void keepsTheAddressesWhereverItIsKilled(String operation) {
    boolean killed = true;
    for (int call = 0; killed; call++) {
      var nodes = Hosts.rackOfFixed();
      var life = new Story(nodes);
      if (!operation.equals("create")) {
        life.up(FROM_CARD);
      }
      nodes.killAt(call);
      killed =
          isKilled(
              () -> {
                switch (operation) {
                  case "create" -> life.up(FROM_CARD);
                  case "update" -> life.up(GROWN);
                  default -> life.destroy();
                }
              });
      nodes.killAt(-1);
      nodes.runHandlers(Set.of("w1"));

      if (!operation.equals("delete")) {
        life.up(GROWN);
        assertThat(bridge(nodes, "w1")).contains("192.0.2.1");
        assertThat(bridge(nodes, "w2")).contains("192.0.2.2");
      }
      if (life.state.isPresent()) {
        life.destroy();
      }
      assertThat(life.differences("w1")).isEmpty();
      assertThat(life.differences("w2")).isEmpty();
      assertThat(nodes.names()).isEmpty();
    }
  }

  private static boolean isKilled(Runnable operation) {
    try {
      operation.run();
      return false;
    } catch (FakeCluster.Killed death) {
      return true;
    }
  }

  @Test
  void refusesANewNameThatWouldCostTheAddresses() {
    story.up(FROM_CARD);

    assertRefused(RENAMED);

    assertAddressesOnBridge();
    assertThat(cluster.names()).containsExactly("br1");
  }

  @Test
  void saysInThePreviewThatItIsGoingToRefuse() {
    story.up(FROM_CARD);

    assertThat(story.preview(RENAMED))
        .anyMatch(s -> s.startsWith("warning: ") && s.contains("KVN-N318"));
    assertThat(story.preview(FROM_CARD)).noneMatch(s -> s.contains("KVN-N318"));
  }

  @Test
  void refusesOtherCapturesThatWouldCostTheAddresses() {
    story.up(FROM_CARD);

    assertRefused(FROM_CARD.replace("capture: {", "capture: {more: 'interfaces.name==\"ens5\"', "));

    assertAddressesOnBridge();
  }

  @Test
  void refusesToMakeAPolicyAnewThatIsGoneWithWhatItCaptured() {
    story.up(FROM_CARD);
    cluster.drop("br1");

    assertRefused(FROM_CARD);

    assertAddressesOnBridge();
  }

  @Test
  void takesTheNewNameAfterTheNodesWerePutBack() {
    story.up(FROM_CARD);
    assertRefused(RENAMED);

    story.destroy();
    assertThat(story.differences("w1")).isEmpty();
    story.up(RENAMED);

    assertAddressesOnBridge();
    assertThat(cluster.names()).containsExactly("lan");
  }

  @Test
  void takesANewNameWhereTheCapturesFindTheSameAsBefore() {
    var other = FROM_CARD.replace("\"ens4\"'}", "\"ens5\"'}");
    story.up(other);

    story.up(other.replace("policyName: br1", "policyName: lan"));

    assertThat(cluster.names()).containsExactly("lan");
    assertThat(bridge(cluster, "w1")).contains("dhcp");
  }

  @Test
  void rollsOutToANodeThatJoinedBesideThoseThatHaveIt() {
    story.up(FROM_CARD);
    cluster.node("w9", Map.of("rack", "a"), Hosts.fixed(9));

    story.up(FROM_CARD + "maxUnavailable: '2'\n");

    assertThat(bridge(cluster, "w9")).contains("192.0.2.9");
    assertAddressesOnBridge();
  }

  @Test
  void takesNodesThatMissedAnEarlierRollout() {
    cluster.ready("w2", false);
    story.up(FROM_CARD);
    assertThat(cluster.state("w2").find("br1")).isEmpty();
    cluster.ready("w2", true);

    story.up(GROWN);

    assertAddressesOnBridge();
    story.destroy();
    assertThat(story.differences("w2")).isEmpty();
  }

  @Test
  void refusesAChangeOfNodesThatLostWhatTheyCaptured() {
    story.up(FROM_CARD);
    cluster.forgetEnactment("br1", "w1");

    assertThatThrownBy(() -> story.up(GROWN)).hasMessageContaining("KVN-N318");

    assertAddressesOnBridge();
    story.destroy();
    assertThat(story.differences("w1")).isEmpty();
  }

  @Test
  void refusesNodesThatHaveTheBridgeFromALifeThatNobodyKnows() {
    story.up(FROM_CARD + "teardown: leave\n");
    story.destroy();
    assertAddressesOnBridge();

    assertRefused(FROM_CARD);

    assertAddressesOnBridge();
  }
}
