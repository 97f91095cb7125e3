package io.kubevirtnet.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Output;
import io.kubevirtnet.BridgeNetwork;
import io.kubevirtnet.BridgeNetworkArgs;
import io.kubevirtnet.NetworkAttachment;
import io.kubevirtnet.NetworkAttachmentArgs;
import io.kubevirtnet.NodeNetworkPolicy;
import io.kubevirtnet.NodeNetworkPolicyArgs;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.RunningEngine;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.faults.Gate;
import io.kubevirtnet.e2e.faults.Request;
import io.kubevirtnet.e2e.handlers.NmstateError;
import io.kubevirtnet.e2e.handlers.Stage;
import io.kubevirtnet.enums.Rollout;
import io.kubevirtnet.enums.Teardown;
import io.kubevirtnet.inputs.LinuxBridgeArgs;
import io.kubevirtnet.inputs.UplinkArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same life in the hands of the real engine: one of each kind. */
class EngineLifeIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private Site site;
  private Stack stack;

  @BeforeEach
  void open() {
    site = Site.open();
    stack = Stack.inProject("life").cluster(site.cluster()).plugins(PluginProcess.folder()).open();
    stack.setConfig("kubevirtnet:kubeconfig", site.proxy().kubeconfigFile().toString(), true);
  }

  @AfterEach
  void close() {
    if (stack != null) {
      stack.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Test
  void carriesABridgeAndItsAttachmentFromPreviewToTheEnd() {
    Consumer<Context> program =
        context -> {
          BridgeNetwork br1 = new BridgeNetwork("br1", bridge().build());
          new NetworkAttachment(
              "lan",
              NetworkAttachmentArgs.builder()
                  .namespace("default")
                  .linuxBridge(LinuxBridgeArgs.builder().bridge(br1.bridge()).build())
                  .build());
        };
    Run preview = stack.preview(program).orThrow();
    assertThat(text(preview)).contains("on 3 nodes: ", "a delete puts back on 3 nodes");
    assertThat(site.writes()).isEmpty();

    Run up = stack.up(program).orThrow();
    assertThat(up.changes()).containsOnlyKeys("br1", "lan");
    assertThat(text(up)).contains("br1 is on 3 nodes");
    assertThat(stack.up(program).orThrow().changes()).isEmpty();

    site.node("w2").change(host -> host.edit("br1", entry -> entry.put("state", "down")));
    site.node("w2")
        .change(host -> host.apply("interfaces: [{name: br1, type: linux-bridge, state: absent}]"));
    assertThat(text(stack.refresh().orThrow())).contains("KVN-N312").contains("w2");
    assertThat(stack.up(program).orThrow().changes())
        .isEqualTo(Map.of("br1", OperationType.UPDATE));
    site.fleet().awaitIdle();
    assertThat(site.hasBridge("w2", "br1")).isTrue();

    stack.destroy().orThrow();
    assertThat(stack.resources()).isEmpty();
    site.assertUntouched();
  }

  @Test
  void goesOnAfterItsPluginWasKilled() {
    Consumer<Context> program = context -> new NodeNetworkPolicy("br1", policy().build());
    Gate created = site.proxy().holdAnswer(Request::isWrite);
    RunningEngine running = stack.startUp(program);
    created.awaitReached(LIMIT);
    running.awaitPlugin("io.kubevirtnet.provider.plugin.Main").destroyForcibly();
    assertThat(running.await(LIMIT).succeeded()).isFalse();

    stack.up(program).orThrow();
    assertThat(stack.up(program).orThrow().changes()).isEmpty();

    Gate reverting = site.proxy().holdAnswer(Request::isWrite);
    RunningEngine destroying = stack.startDestroy();
    reverting.awaitReached(LIMIT);
    destroying.awaitPlugin("io.kubevirtnet.provider.plugin.Main").destroyForcibly();
    assertThat(destroying.await(LIMIT).succeeded()).isFalse();

    stack.destroy().orThrow();
    assertThat(stack.resources()).isEmpty();
    site.assertUntouched();
  }

  @Test
  void keepsWhatItHasReachedWhenItsUserInterruptsIt() {
    Consumer<Context> program = context -> new NodeNetworkPolicy("br1", policy().build());
    site.node("w2").holdAt(Stage.APPLYING);
    RunningEngine running = stack.startUp(program);
    site.node("w2").awaitHeld();
    running.interrupt();
    Run interrupted = running.await(LIMIT);

    assertThat(interrupted.succeeded()).isFalse();
    assertThat(stack.exportedState()).contains("kubevirtnet:index:NodeNetworkPolicy");
    site.node("w2").release();
    stack.up(program).orThrow();
    assertThat(stack.up(program).orThrow().changes()).isEmpty();
    stack.destroy().orThrow();
    site.assertUntouched();
  }

  @Test
  void saysHowAPlainPolicyBecomesAManagedOne() {
    stack
        .up(context -> new BridgeNetwork("br1", bridge().rollout(Rollout.Plain).build()))
        .orThrow();
    site.await("the bridge", () -> site.hasBridge("w3", "br1"));
    site.fleet().awaitIdle();
    Run refused = stack.up(context -> new BridgeNetwork("br1", bridge().build()));

    assertThat(refused.succeeded()).isFalse();
    assertThat(text(refused)).contains("KVN-N309", "pulumi state delete", "adopt: true");
    assertThat(site.policies()).containsExactly("br1");

    String plain =
        stack.resources().stream()
            .map(resource -> resource.path("urn").asText())
            .filter(urn -> urn.contains("NodeNetworkConfigurationPolicy"))
            .findFirst()
            .orElseThrow();
    stack.pulumi("state", "delete", plain, "--yes");
    Consumer<Context> adopted =
        context -> new BridgeNetwork("br1", bridge().adopt(true).teardown(Teardown.Leave).build());
    stack.up(adopted).orThrow();
    assertThat(site.policies()).containsExactly("br1");
    assertThat(stack.up(adopted).orThrow().changes()).isEmpty();
    stack.destroy().orThrow();
    assertThat(site.policies()).isEmpty();
    assertThat(site.hasBridge("w1", "br1")).isTrue();
  }

  @Test
  void finishesOnePolicyThoughAnotherFailsAndShowsNoSecret() {
    Output<String> secret = Output.ofSecret("hunter2");
    Consumer<Context> program =
        context -> {
          new NodeNetworkPolicy("br1", policy().build());
          new NodeNetworkPolicy(
              "sealed",
              NodeNetworkPolicyArgs.builder()
                  .nodeSelector(Map.of("kubernetes.io/hostname", "w3"))
                  .desiredState(
                      secret.applyValue(
                          text ->
                              Map.of(
                                  "interfaces",
                                  List.of(
                                      Map.of(
                                          "name", "d0",
                                          "type", "dummy",
                                          "state", "up",
                                          "description", text)))))
                  .build());
        };
    site.node("w2").failsForGood(NmstateError.VERIFICATION);
    Run preview = stack.preview(program).orThrow();
    Run failed = stack.up(program);

    assertThat(failed.succeeded()).isFalse();
    assertThat(text(failed)).contains("br1 failed on w2: ");
    site.fleet().awaitIdle();
    assertThat(site.hasBridge("w3", "d0")).isTrue();
    site.node("w2").works();
    Run repaired = stack.up(program).orThrow();
    assertThat(repaired.changes()).isEqualTo(Map.of("br1", OperationType.UPDATE));
    assertThat(stack.exportedState()).doesNotContain("hunter2");
    Run destroyed = stack.destroy().orThrow();
    for (Run run : List.of(preview, failed, repaired, destroyed)) {
      assertThat(run.stdout() + run.stderr() + text(run)).doesNotContain("hunter2");
    }
    site.assertUntouched();
  }

  private static BridgeNetworkArgs.Builder bridge() {
    return BridgeNetworkArgs.builder()
        .uplink(UplinkArgs.builder().nic("ens5").build())
        .nodeSelector(Site.WORKER)
        .maxUnavailable("3");
  }

  private static NodeNetworkPolicyArgs.Builder policy() {
    return NodeNetworkPolicyArgs.builder()
        .nodeSelector(Site.WORKER)
        .maxUnavailable("3")
        .desiredState(
            Map.of(
                "interfaces",
                List.of(
                    Map.of(
                        "name", "br1",
                        "type", "linux-bridge",
                        "state", "up",
                        "bridge", Map.of("port", List.of(Map.of("name", "ens5")))))));
  }

  private static String text(Run run) {
    return run.diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining("\n"));
  }
}
