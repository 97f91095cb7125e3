package io.kubevirtnet.e2e.life;

import static io.kubevirtnet.e2e.life.Site.bridge;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import io.kubevirtnet.e2e.handlers.Stage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes between the first day and the last: the author's mind, the nodes, other people. */
class ChangesIT {
  private static final ObjectRef POLICY = ObjectRef.cluster("nmstate.io/v1", Site.POLICY, "br1");

  private static final String MUCH =
      bridge()
          .replace(
              "interfaces:\n",
              """
              dns-resolver: {config: {server: [192.0.2.53]}}
                routes:
                  config:
                  - {destination: 198.51.100.0/24, next-hop-interface: d0, next-hop-address: 192.0.2.9}
                interfaces:
                - {name: ens5, type: ethernet, state: up, mtu: 9000}
                - name: d0
                  type: dummy
                  state: up
                  ipv4: {enabled: true, address: [{ip: 192.0.2.1, prefix-length: 24}]}
              """);

  private Site site;
  private PolicyLife life;

  @BeforeEach
  void open() {
    site = Site.open();
    life = site.policy("br1");
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void takesAwayWhatIsNoLongerAskedFor() {
    life.up(MUCH).orThrow();
    site.fleet().awaitIdle();
    assertThat(site.node("w1").host().at("/routes/config")).hasSize(1);

    assertThat(life.up(bridge()).orThrow().step()).isEqualTo("update");

    site.fleet().awaitIdle();
    assertThat(site.hasBridge("w1", "br1")).isTrue();
    assertThat(site.hasBridge("w1", "d0")).isFalse();
    assertThat(site.node("w1").host().at("/routes/config")).isEmpty();
    assertThat(site.node("w1").host().at("/dns-resolver/config")).isEmpty();
    assertThat(site.node("w1").iface("ens5").orElseThrow().path("mtu").asInt()).isEqualTo(1500);
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void putsBackNodesThatASelectorLeavesOutOrKeepsThemInMind() {
    site.node("w1").label("rack", "a");
    site.node("w2").label("rack", "a");
    life.up(bridge()).orThrow();
    String narrow = bridge().replace("{role: worker}", "{role: worker, rack: a}");
    String left = narrow + "leftBehind: leave\n";

    Outcome leaving = life.up(left).orThrow();
    assertThat(leaving.warnings())
        .singleElement()
        .asString()
        .contains("KVN-N311", "w3 keeps what br1 made there");
    assertThat(life.nodes()).containsExactly("w1", "w2");
    assertThat(site.hasBridge("w3", "br1")).isTrue();
    site.assertSettled(life, left);

    assertThat(life.up(narrow).orThrow().text()).contains("put back: w3");
    site.assertAsBefore("w3");
    assertThat(site.policies()).containsExactly("br1");
    site.assertSettled(life, narrow);
    site.assertEnds(life);
  }

  @Test
  void refusesANewNameThatWouldCostTheBridgesTheirAddresses() {
    site.close();
    site = Site.open(2, Site::addressed);
    life = site.policy("br1");
    String captured =
        bridge("capture: {card: 'interfaces.name==\"ens5\"'}\n")
            .replace("ipv4: {enabled: false}", "ipv4: '{{ capture.card.interfaces.0.ipv4 }}'");
    life.up(captured).orThrow();
    String renamed = captured + "policyName: lan\n";

    assertThat(life.preview(renamed).warnings()).anyMatch(w -> w.contains("KVN-N318"));
    assertThat(life.up(renamed).failure()).contains("KVN-N318", "w1, w2");

    assertThat(site.policies()).containsExactly("br1");
    assertThat(site.node("w2").iface("br1").orElseThrow().toString()).contains("10.9.0.2");
    life.destroy().orThrow();
    site.assertUntouched();
    life.up(renamed).orThrow();
    assertThat(site.node("w2").iface("br1").orElseThrow().toString()).contains("10.9.0.2");
    site.assertEnds(life);
  }

  @Test
  void putsBackANodeThatSomebodyRelabelled() {
    life.up(bridge()).orThrow();
    site.node("w2").unlabel("role");
    site.await("no enactment", () -> site.node("w2").enactment("br1").isEmpty());

    assertThat(life.refresh().orThrow().warnings()).singleElement().asString().contains("w2");
    assertThat(life.up(bridge()).orThrow().text()).contains("put back: w2");

    site.assertAsBefore("w2");
    assertThat(life.nodes()).containsExactly("w1", "w3");
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void refusesAPolicyThatSomebodyElseMade() {
    site.foreignPolicy("br1");

    assertThat(life.up(bridge()).failure())
        .contains("KVN-N300", "br1 is there already", "adopt: true");
    assertThat(life.exists()).isFalse();
    assertThat(life.preview(bridge("adopt: true")).failure()).contains("KVN-N301");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void adoptsAPolicyAndLeavesWhatItMade() {
    site.foreignPolicy("br1");
    String adopted = bridge("adopt: true", "teardown: leave");
    assertThat(life.up(adopted).orThrow().text()).contains("takes over br1");
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertSettled(life, adopted);

    assertThat(life.destroy().orThrow().text()).contains("w1, w2, w3 stay as they are");

    assertThat(site.policies()).isEmpty();
    assertThat(site.hasBridge("w1", "br1")).isTrue();
  }

  @Test
  void adoptsAPolicyAndGoesBackToTheStatedBaseline() {
    site.foreignPolicy("br1");
    String adopted =
        bridge(
            "adopt: true",
            "baseline: {interfaces: [{name: ens5, type: ethernet, state: up,"
                + " ipv4: {enabled: false}, ipv6: {enabled: false}}]}");
    life.up(adopted).orThrow();
    site.assertSettled(life, adopted);
    site.assertEnds(life);
  }

  @Test
  void noticesThatANodeDriftsAndRepairsIt() {
    life.up(bridge()).orThrow();
    site.node("w2")
        .change(
            host ->
                host.apply(
                    "interfaces: [{name: br1, type: linux-bridge, state: absent},"
                        + " {name: ens5, type: ethernet, state: up, mtu: 1400}]"));

    Outcome refreshed = life.refresh().orThrow();
    assertThat(refreshed.warnings()).singleElement().asString().contains("KVN-N312", "w2");
    Outcome repaired = life.up(bridge()).orThrow();

    assertThat(repaired.step()).isEqualTo("update");
    site.fleet().awaitIdle();
    assertThat(site.hasBridge("w2", "br1")).isTrue();
    site.assertSettled(life, bridge());
    life.destroy().orThrow();
    site.assertAsBefore("w1", "w3");
    assertThat(site.policies()).isEmpty();
  }

  @Test
  void writesAgainAPolicyThatSomebodyChanged() {
    life.up(bridge()).orThrow();
    ObjectNode patch = Site.yaml("spec: {desiredState: {interfaces: []}}");
    site.api().merge(POLICY, patch, WriteOptions.TEST);
    site.fleet().awaitIdle();

    assertThat(life.refresh().orThrow().warnings())
        .singleElement()
        .asString()
        .contains("somebody else changed the policy br1");
    assertThat(life.up(bridge()).orThrow().step()).isEqualTo("update");
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void writesAgainAPolicyThatSomebodyDeleted() {
    life.up(bridge()).orThrow();
    site.api().delete(POLICY);
    site.fleet().awaitIdle();

    assertThat(life.refresh().orThrow().warnings())
        .singleElement()
        .asString()
        .contains("the policy br1 is gone, what it made is not");
    assertThat(life.exists()).isTrue();
    assertThat(life.up(bridge()).orThrow().step()).isEqualTo("update");
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertSettled(life, bridge());

    site.api().delete(POLICY);
    site.fleet().awaitIdle();
    site.assertEnds(life);
  }

  @Test
  void forgetsAPolicyOfWhichNothingIsLeft() {
    life.up(bridge()).orThrow();
    site.api().delete(POLICY);
    for (String node : new String[] {"w1", "w2", "w3"}) {
      site.node(node)
          .change(
              host -> host.apply("interfaces: [{name: br1, type: linux-bridge, state: absent}]"));
    }
    site.fleet().awaitIdle();

    life.refresh().orThrow();

    assertThat(life.exists()).isFalse();
    site.assertUntouched();
  }

  @Test
  void saysThatSomebodyOvertookItsRollout() {
    site.node("w2").holdAt(Stage.APPLYING);
    CompletableFuture<Outcome> running = life.startUp(bridge());
    site.node("w2").awaitHeld();
    site.api().delete(POLICY);
    Outcome overtaken = running.orTimeout(60, TimeUnit.SECONDS).join();

    assertThat(overtaken.failure()).contains("KVN-N315");
    assertThat(life.exists()).isTrue();
    site.node("w2").release();
    site.fleet().awaitIdle();
    life.up(bridge()).orThrow();
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void leavesToAnotherPolicyWhatThatWants() {
    String jumbo =
        """
        nodeSelector: {role: worker}
        maxUnavailable: "3"
        desiredState:
          interfaces: [{name: ens5, type: ethernet, state: up, mtu: 9000}]
        """;
    PolicyLife other = site.policy("jumbo");
    CompletableFuture<Outcome> first = other.startUp(jumbo);
    life.up(bridge()).orThrow();
    first.orTimeout(60, TimeUnit.SECONDS).join().orThrow();
    site.fleet().awaitIdle();

    life.destroy().orThrow();
    site.fleet().awaitIdle();
    assertThat(site.hasBridge("w1", "br1")).isFalse();
    assertThat(site.node("w1").iface("ens5").orElseThrow().path("mtu").asInt()).isEqualTo(9000);
    site.assertSettled(other, jumbo);
    site.assertEnds(other);
  }
}
