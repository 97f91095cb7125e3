package io.kubevirtnet.e2e.life;

import static io.kubevirtnet.e2e.life.Site.bridge;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import io.kubevirtnet.e2e.handlers.NmstateError;
import io.kubevirtnet.e2e.handlers.Stage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delete puts nodes back as they were, and never says so when they are not. */
class TeardownIT {
  private static final ObjectRef ATTACHMENT =
      ObjectRef.in("default", "k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", "lan");

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
      site.api().delete(ATTACHMENT);
      site.close();
    }
  }

  @Test
  void leavesTheNodesWhenItIsTold() {
    life.up(bridge("teardown: leave")).orThrow();

    life.destroy().orThrow();

    assertThat(site.policies()).isEmpty();
    assertThat(site.hasBridge("w1", "br1")).isTrue();
  }

  @Test
  void givesEachNodeItsOwnAddressBack() {
    site.close();
    site = Site.open(3, Site::addressed);
    life = site.policy("br1");
    life.up(bridge()).orThrow();
    site.join("w4", Site.addressed(4));
    site.await("br1 on w4", () -> site.hasBridge("w4", "br1"));
    site.fleet().awaitIdle();

    site.assertEnds(life);
  }

  @Test
  void takesTheAddressFromTheManagementInterfaceAndGivesItBack() {
    String primary =
        """
        nodeSelector: {role: worker}
        desiredState:
          interfaces:
          - name: br1
            type: linux-bridge
            state: up
            copy-mac-from: ens4
            ipv4: {enabled: true, dhcp: true}
            bridge: {options: {stp: {enabled: false}}, port: [{name: ens4}]}
        """;
    assertThat(life.preview(primary).failure()).contains("management", "ens4");

    String allowed = primary + "managementInterface: allow\n";
    life.up(allowed).orThrow();
    site.fleet().awaitIdle();
    assertThat(site.node("w1").iface("br1").orElseThrow().at("/ipv4/address/0/ip").asText())
        .isEqualTo("10.4.0.1");
    site.assertSettled(life, allowed);
    site.assertEnds(life);
  }

  @Test
  void reportsANodeThatIsNotReadyAndForgetsOneThatIsGone() {
    life.up(bridge()).orThrow();
    site.node("w2").notReady();
    site.fleet().remove("w3");

    Outcome destroyed = life.destroy().orThrow();

    assertThat(destroyed.warnings())
        .singleElement()
        .asString()
        .contains("KVN-N311", "w2")
        .doesNotContain("w3");
    assertThat(site.policies()).isEmpty();
    site.assertAsBefore("w1");
    assertThat(site.hasBridge("w2", "br1")).isTrue();
  }

  @Test
  void keepsEverythingWhenANodeDoesNotGoBack() {
    life.up(bridge()).orThrow();
    site.node("w2").failsForGood(NmstateError.VERIFICATION);

    assertThat(life.destroy().failure()).contains("w2: ", "Verification failure");
    assertThat(life.exists()).isTrue();
    assertThat(site.policies()).containsExactly("br1");

    site.node("w2").works();
    site.assertEnds(life);
  }

  @Test
  void endsInTimeWhenAHandlerHangs() {
    life.up(bridge("timeoutSeconds: 3")).orThrow();
    site.node("w1").holdAt(Stage.APPLYING);

    assertThat(life.destroy().failure()).contains("w1: applying");
    assertThat(site.policies()).containsExactly("br1");

    site.node("w1").release();
    site.assertEnds(life);
  }

  @Test
  void comesBackAfterAHalfDoneDelete() {
    life.up(bridge("timeoutSeconds: 3")).orThrow();
    site.node("w1").holdAt(Stage.APPLYING);
    assertThat(life.destroy().failure()).contains("w1: applying");
    site.node("w1").release();
    site.fleet().awaitIdle();

    life.up(bridge("timeoutSeconds: 3")).orThrow();

    site.fleet().awaitIdle();
    assertThat(site.hasBridge("w2", "br1")).isTrue();
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertSettled(life, bridge("timeoutSeconds: 3"));
    site.assertEnds(life);
  }

  @Test
  void refusesWhileTheBridgeIsUsedUnlessItIsToldTo() {
    life.up(bridge()).orThrow();
    attach();

    assertThat(life.destroy().failure())
        .contains("KVN-N304", "br1 is used by NetworkAttachmentDefinition default/lan");
    assertThat(site.hasBridge("w1", "br1")).isTrue();
    assertThat(life.exists()).isTrue();

    life.up(bridge("consumers: ignore")).orThrow();
    site.assertEnds(life);
  }

  @Test
  void waitsForUsersThatAreBeingDeleted() {
    life.up(bridge()).orThrow();
    attach();
    site.api()
        .merge(ATTACHMENT, Site.yaml("metadata: {finalizers: [test/held]}"), WriteOptions.TEST);
    site.api().delete(ATTACHMENT);

    CompletableFuture<Outcome> destroyed = life.startDestroy();
    site.await(
        "a line about the user",
        () -> site.desk().lines().stream().anyMatch(l -> l.text().contains("default/lan")));
    assertThat(site.hasBridge("w1", "br1")).isTrue();
    site.api().merge(ATTACHMENT, Site.yaml("metadata: {finalizers: []}"), WriteOptions.TEST);

    destroyed.orTimeout(60, TimeUnit.SECONDS).join().orThrow();
    site.assertUntouched();
  }

  private void attach() {
    ObjectNode attachment =
        Site.yaml(
            """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: lan, namespace: default}
            spec: {config: '{"cniVersion": "0.3.1", "type": "bridge", "bridge": "br1"}'}
            """);
    site.api().create(attachment);
  }
}
