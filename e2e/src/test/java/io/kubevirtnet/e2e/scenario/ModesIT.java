package io.kubevirtnet.e2e.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.engine.KubeObject;
import io.kubevirtnet.e2e.engine.KubeProvider;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.RunningEngine;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.scenario.AnyComponent.Mode;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold in both modes with the real engine: secrets, unknowns, options, interruptions. */
class ModesIT {
  private static final String NAD = "kubernetes:k8s.cni.cncf.io/v1:NetworkAttachmentDefinition";
  private static final String CANARY = "br-hunter2";

  private LocalCluster cluster;

  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of("library", AnyComponent.LIBRARY), Arguments.of("plugin", AnyComponent.PLUGIN));
  }

  @BeforeEach
  void startCluster() {
    cluster = LocalCluster.shared();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void keepsASecretOutOfEverythingButTheCluster(String name, Mode mode) {
    Consumer<Context> program =
        ctx -> {
          var lan = attachment(mode, "secret-" + name, Output.ofSecret(CANARY));
          ctx.export("attachment", lan.output("attachment"));
        };
    try (Stack stack = open("secret-" + name)) {
      Run preview = stack.preview(program).orThrow();
      Run up = stack.up(program).orThrow();

      assertThat(config("secret-" + name)).contains(CANARY);
      assertThat(preview.stdout() + preview.stderr() + up.stdout() + up.stderr())
          .doesNotContain(CANARY);
      assertThat(stack.exportedState()).contains("ciphertext").doesNotContain(CANARY);
      assertThat(stack.up(program).orThrow().changes()).isEmpty();
      stack.destroy().orThrow();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void previewsAllChildrenOfAnUnknownAndFillsItInLater(String name, Mode mode) {
    Consumer<Context> program =
        ctx -> {
          var source =
              new KubeObject(
                  "source-" + name,
                  "kubernetes:core/v1:ConfigMap",
                  Map.of("metadata", Map.of("name", "source-" + name)));
          Output<String> bridge =
              source
                  .metadata()
                  .applyValue(m -> "br" + String.valueOf(m.get("uid")).substring(0, 8));
          attachment(mode, "unknown-" + name, bridge);
        };
    try (Stack stack = open("unknown-" + name)) {
      Run preview = stack.preview(program).orThrow();
      assertThat(preview.changes())
          .containsOnlyKeys("source-" + name, "unknown-" + name)
          .containsValue(OperationType.CREATE);
      assertThat(preview.steps()).extracting(s -> s.type()).contains(NAD);

      stack.up(program).orThrow();
      assertThat(config("unknown-" + name)).containsPattern("\"bridge\":\"br[0-9a-f]{8}\"");
      assertThat(dependencies(stack, "unknown-" + name))
          .anyMatch(d -> d.endsWith("source-" + name));
      assertThat(stack.up(program).orThrow().changes()).isEmpty();
      stack.destroy().orThrow();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void handsTheOptionsOfAComponentToItsChildren(String name, Mode mode) {
    Consumer<Context> program =
        ctx -> {
          var provider = new KubeProvider("own", cluster.kubeconfig().text());
          var first =
              new KubeObject("first", "kubernetes:core/v1:ConfigMap", metadata("first-" + name));
          mode.make(
              "kubevirtnet:index:NetworkAttachment",
              "options-" + name,
              inputs(Output.of("br1")),
              ComponentResourceOptions.builder()
                  .providers(provider)
                  .dependsOn(first)
                  .protect(false)
                  .build());
        };
    try (Stack stack = open("options-" + name)) {
      stack.up(program).orThrow();

      JsonNode child = child(stack, "options-" + name);
      assertThat(child.get("provider").asText()).contains("::own::");
      assertThat(dependencies(stack, "options-" + name)).anyMatch(d -> d.endsWith("::first"));
      stack.destroy().orThrow();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void renamesAComponentByItsAliasWithoutTouchingItsChildren(String name, Mode mode) {
    Map<String, Object> inputs =
        Map.of(
            "name",
            "alias-" + name,
            "namespace",
            "default",
            "linuxBridge",
            Map.of("bridgeName", "br1"));
    String type = "kubevirtnet:index:NetworkAttachment";
    try (Stack stack = open("alias-" + name)) {
      stack.up(ctx -> mode.make(type, "old", inputs, ComponentResourceOptions.Empty)).orThrow();
      Run renamed =
          stack
              .up(
                  ctx ->
                      mode.make(
                          type,
                          "new",
                          inputs,
                          ComponentResourceOptions.builder()
                              .aliases(Alias.builder().name("old").build())
                              .build()))
              .orThrow();

      assertThat(renamed.changes()).isEmpty();
      stack.destroy().orThrow();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void lowersAFindingByTheStacksConfiguration(String name, Mode mode) {
    Consumer<Context> program = ctx -> twoBridgesOverOnePort(mode);
    try (Stack stack = open("severity-" + name)) {
      assertThat(stack.preview(program).succeeded()).isFalse();

      stack.setConfig("kubevirtnet:severities", "{\"KVN-X010\":\"warning\"}", false);
      Run lowered = stack.preview(program).orThrow();
      assertThat(lowered.diagnostics())
          .anySatisfy(
              d -> {
                assertThat(d.severity()).isEqualTo("warning");
                assertThat(d.message()).startsWith("KVN-X010 uplink.nic: ens4");
                assertThat(d.urn()).endsWith("kubevirtnet:index:BridgeNetwork::two");
              });

      stack.setConfig("kubevirtnet:severities", "{\"KVN-X010\":\"low\"}", false);
      Run wrong = stack.preview(program);
      assertThat(wrong.succeeded()).isFalse();
      assertThat(wrong.stdout() + wrong.stderr()).contains("KVN-X009");
    }
  }

  @Test
  void leavesNoPluginProcessBehindAKilledEngine() {
    try (Stack stack = open("killed")) {
      RunningEngine engine =
          stack.startUp(ctx -> attachment(AnyComponent.PLUGIN, "killed", Output.of("br1")));
      List<ProcessHandle> plugins = engine.awaitPlugins(2);
      engine.kill();

      Deadline.in(Duration.ofSeconds(10))
          .await(
              "the end of the plugins", () -> plugins.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  /** One after the other, so that it is the second that gets the finding. */
  private static void twoBridgesOverOnePort(Mode mode) {
    Map<String, Object> inputs = Map.of("uplink", Map.of("nic", "ens4"), "rollout", "plain");
    var one = mode.make("BridgeNetwork", "one", inputs);
    mode.make(
        "kubevirtnet:index:BridgeNetwork",
        "two",
        inputs,
        ComponentResourceOptions.builder().dependsOn((Resource) one).build());
  }

  private static AnyComponent attachment(Mode mode, String name, Output<String> bridge) {
    return mode.make("NetworkAttachment", name, inputs(bridge));
  }

  private static Map<String, Object> inputs(Output<String> bridge) {
    return Map.of("namespace", "default", "linuxBridge", Map.of("bridgeName", bridge));
  }

  private static Map<String, Object> metadata(String name) {
    return Map.of("metadata", Map.of("name", name));
  }

  private String config(String name) {
    return cluster
        .api()
        .get(ObjectRef.in("default", "k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", name))
        .orElseThrow()
        .at("/spec/config")
        .asText();
  }

  private static JsonNode child(Stack stack, String name) {
    return stack.resources().stream()
        .filter(r -> r.get("type").asText().equals(NAD))
        .filter(r -> r.get("urn").asText().endsWith("::" + name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> dependencies(Stack stack, String name) {
    return Stream.of(child(stack, name).path("dependencies"))
        .flatMap(d -> d.valueStream().map(JsonNode::asText))
        .toList();
  }

  private Stack open(String project) {
    return Stack.inProject(project)
        .cluster(cluster)
        .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
        .open();
  }
}
