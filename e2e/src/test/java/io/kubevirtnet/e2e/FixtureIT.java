package io.kubevirtnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.KubeObject;
import io.kubevirtnet.e2e.engine.KubeProvider;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fixture does what the real parts do; everything else here builds on it. */
class FixtureIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAD_VERSION = "k8s.cni.cncf.io/v1";
  private static final String NAD = "kubernetes:k8s.cni.cncf.io/v1:NetworkAttachmentDefinition";
  private static final String NNCP = "kubernetes:nmstate.io/v1:NodeNetworkConfigurationPolicy";

  private LocalCluster cluster;
  private KubeApi api;

  @BeforeEach
  void startCluster() {
    cluster = LocalCluster.shared();
    api = cluster.api();
  }

  @Test
  void refusesAPolicyWhoseNameIsTooLong() {
    ObjectNode policy = object("nmstate.io/v1", "NodeNetworkConfigurationPolicy", "x".repeat(64));

    assertThatThrownBy(() -> api.create(policy))
        .isInstanceOf(KubeApiException.class)
        .hasMessageContaining("must be no more than 63 characters");
  }

  @Test
  void finishesAForegroundDeletion() {
    api.create(object(NAD_VERSION, "NetworkAttachmentDefinition", "short-lived"));
    ObjectRef ref =
        ObjectRef.in("default", NAD_VERSION, "NetworkAttachmentDefinition", "short-lived");

    assertThat(api.delete(ref)).isTrue();

    Deadline.in(Duration.ofSeconds(30)).await("the collector", () -> api.get(ref).isEmpty());
  }

  @Test
  void takesAProgramThroughItsWholeLife() {
    try (Stack stack = Stack.inProject("life").cluster(cluster).open()) {
      Run preview = stack.preview(site("life", 100)).orThrow();
      assertThat(preview.changes())
          .containsOnlyKeys("life", "vlan", "bridge", "unnamed", "login")
          .containsValue(OperationType.CREATE);
      assertThat(preview.stdout()).contains("unnamed-");

      stack.up(site("life", 100)).orThrow();
      assertThat(stack.up(site("life", 100)).orThrow().changes()).isEmpty();
      assertThat(stack.refresh().orThrow().changes()).isEmpty();
      assertThat(stack.preview(site("life", 100)).orThrow().changes()).isEmpty();

      Run changed = stack.up(site("life", 200)).orThrow();
      assertThat(changed.changes()).isEqualTo(Map.of("vlan", OperationType.UPDATE));
      assertThat(nad("life", "vlan").at("/spec/config").asText()).contains("\"vlan\":200");

      stack.destroy().orThrow();
      assertThat(stack.resources()).isEmpty();
      assertThat(api.get(ObjectRef.cluster("v1", "Namespace", "life"))).isEmpty();
      assertThat(api.list("nmstate.io/v1", "NodeNetworkConfigurationPolicy")).isEmpty();
    }
  }

  @Test
  void answersAPreviewAsJsonAndSaysNothingOfItsOwn() throws IOException {
    try (Stack stack = Stack.inProject("json").cluster(cluster).open()) {
      stack.setConfig("json:vlan", "7", false);
      Run run =
          stack
              .previewJson(
                  context -> vlan("lan", "default", context.config().requireInteger("vlan")))
              .orThrow();

      assertThat(JSON.readTree(run.stdout()).at("/steps/1/newState/inputs/spec/config").asText())
          .isEqualTo(config(7));
      // The engine itself warns that the plugin is the one on PATH.
      assertThat(run.diagnostics())
          .extracting(Diagnostic::message)
          .allSatisfy(message -> assertThat(message).contains("$PATH"));
    }
  }

  @Test
  void namesAnObjectThatHasNoName() {
    try (Stack stack = Stack.inProject("naming").cluster(cluster).open()) {
      stack.up(context -> context.export("name", nameOf(unnamed("cloud", 1)))).orThrow();
      String name = String.valueOf(stack.outputs().get("name"));

      assertThat(name).matches("cloud-[0-9a-f]{8}");
      assertThat(nad("default", name).at("/metadata/annotations/pulumi.com~1autonamed").asText())
          .isEqualTo("true");
      Run changed =
          stack.up(context -> context.export("name", nameOf(unnamed("cloud", 2)))).orThrow();
      assertThat(changed.changes()).isEqualTo(Map.of("cloud", OperationType.UPDATE));
      assertThat(stack.outputs()).containsEntry("name", name);
      stack.destroy().orThrow();
    }
  }

  @Test
  void keepsASecretAsCiphertext() {
    Consumer<Context> program =
        context ->
            new KubeObject(
                "sealed",
                NAD,
                Map.of(
                    "metadata", Map.of("name", "sealed"),
                    "spec", Map.of("config", Output.ofSecret("{\"token\":\"hunter2\"}"))));
    try (Stack stack = Stack.inProject("secrets").cluster(cluster).open()) {
      stack.up(program).orThrow();

      assertThat(nad("default", "sealed").at("/spec/config").asText()).contains("hunter2");
      assertThat(stack.exportedState()).contains("ciphertext").doesNotContain("hunter2");
      assertThat(stack.up(program).orThrow().changes()).isEmpty();
      assertThat(stack.refresh().orThrow().changes()).isEmpty();
      assertThat(stack.exportedState()).doesNotContain("hunter2");
      stack.destroy().orThrow();
    }
  }

  @Test
  void previewsWhatDependsOnAnUnknown() {
    Consumer<Context> program =
        context -> {
          var first = unnamed("first", 1);
          new KubeObject(
              "second",
              NAD,
              Map.of(
                  "metadata", Map.of("name", "second"),
                  "spec", Map.of("config", uidOf(first))));
        };
    try (Stack stack = Stack.inProject("unknowns").cluster(cluster).open()) {
      assertThat(stack.preview(program).orThrow().changes()).containsOnlyKeys("first", "second");
      stack.up(program).orThrow();
      assertThat(nad("default", "second").at("/spec/config").asText()).contains("-");
      stack.destroy().orThrow();
    }
  }

  @Test
  void saysThatAnObjectExistsAlready() {
    api.create(object(NAD_VERSION, "NetworkAttachmentDefinition", "foreign"));
    try (Stack stack = Stack.inProject("conflict").cluster(cluster).open()) {
      Run run = stack.up(context -> vlan("foreign", "default", 7));

      assertThat(run.succeeded()).isFalse();
      assertThat(run.errors())
          .extracting(Diagnostic::message)
          .anySatisfy(
              message ->
                  assertThat(message)
                      .contains("was not successfully created", "\"foreign\" already exists"));
    }
    api.delete(ObjectRef.in("default", NAD_VERSION, "NetworkAttachmentDefinition", "foreign"));
  }

  @Test
  void failsTheUpdateOfAPolicyThatIsInProgress() {
    try (Stack stack = Stack.inProject("progress").cluster(cluster).open()) {
      stack.up(context -> bridge("progress", "eth1")).orThrow();

      assertThat(stack.preview(context -> bridge("progress", "eth2")).succeeded()).isTrue();
      Run run = stack.up(context -> bridge("progress", "eth2"));

      assertThat(run.succeeded()).isFalse();
      assertThat(run.errors())
          .extracting(Diagnostic::message)
          .anySatisfy(
              message ->
                  assertThat(message)
                      .contains(
                          "\"progress\" failed to fully initialize or become live",
                          "policy progress is still in progress"));
      finish("progress");
      assertThat(stack.up(context -> bridge("progress", "eth2")).orThrow().changes())
          .isEqualTo(Map.of("progress", OperationType.UPDATE));
      stack.destroy().orThrow();
    }
  }

  @Test
  void replacesAnObjectThatIsRenamed() {
    try (Stack stack = Stack.inProject("rename").cluster(cluster).open()) {
      stack.up(context -> vlan("lan", "default", "before", 1)).orThrow();
      Run run = stack.up(context -> vlan("lan", "default", "after", 1)).orThrow();

      assertThat(run.summary()).containsEntry(OperationType.REPLACE, 1);
      assertThat(api.list(NAD_VERSION, "NetworkAttachmentDefinition"))
          .extracting(nad -> nad.at("/metadata/name").asText())
          .contains("after")
          .doesNotContain("before");
      stack.destroy().orThrow();
    }
  }

  @Test
  void showsDriftAndRemovesAFieldThatIsStatedNoMore() {
    Consumer<Context> labelled = context -> labelled("drift", Map.of("site", "a", "tier", "1"));
    try (Stack stack = Stack.inProject("drift").cluster(cluster).open()) {
      stack.up(labelled).orThrow();
      stack.up(context -> labelled("drift", Map.of("site", "a"))).orThrow();
      assertThat(nad("default", "drift").at("/metadata/labels").toString())
          .isEqualTo("{\"site\":\"a\"}");

      api.delete(ObjectRef.in("default", NAD_VERSION, "NetworkAttachmentDefinition", "drift"));
      Deadline.in(Duration.ofSeconds(30))
          .await("the collector", () -> stack.refresh().orThrow().steps().size() > 0);
      assertThat(stack.preview(labelled).orThrow().changes())
          .isEqualTo(Map.of("drift", OperationType.CREATE));
    }
  }

  @Test
  void takesItsClusterFromAnExplicitProvider() {
    try (Stack stack = Stack.inProject("explicit").env("KUBECONFIG", "/dev/null").open()) {
      Consumer<Context> program =
          context -> {
            var provider = new KubeProvider("local", cluster.kubeconfig().text());
            new KubeObject(
                "explicit",
                "kubernetes:core/v1:ConfigMap",
                Map.of("metadata", Map.of("name", "explicit"), "data", Map.of("a", "b")),
                CustomResourceOptions.builder().provider(provider).build());
          };
      stack.up(program).orThrow();

      assertThat(api.get(ObjectRef.in("default", "v1", "ConfigMap", "explicit"))).isPresent();
      assertThat(stack.exportedState()).doesNotContain(cluster.kubeconfig().token());
      stack.destroy().orThrow();
    }
  }

  @Test
  void leavesNoPluginBehindWhenTheEngineIsKilled() {
    try (Stack stack = Stack.inProject("killed").cluster(cluster).open()) {
      // The namespace controller takes seconds to delete one: time to kill the engine.
      stack.up(site("killed", 1)).orThrow();
      var running = stack.startUp(context -> {});
      List<ProcessHandle> plugins = running.awaitPlugins(1);
      running.kill();

      assertThat(running.await(Duration.ofSeconds(30)).succeeded()).isFalse();
      Deadline.in(Duration.ofSeconds(10))
          .await("the end of the plugins", () -> plugins.stream().noneMatch(p -> p.isAlive()));
      stack.unlock();
      stack.destroy().orThrow();
    }
  }

  private static Consumer<Context> site(String name, int vlan) {
    return context -> {
      var namespace =
          new KubeObject(
              name, "kubernetes:core/v1:Namespace", Map.of("metadata", Map.of("name", name)));
      var inNamespace = CustomResourceOptions.builder().dependsOn(namespace).build();
      new KubeObject("vlan", NAD, attachment(name, "vlan", vlan), inNamespace);
      unnamed("unnamed", 1);
      bridge("bridge", "eth1");
      new KubeObject(
          "login",
          "kubernetes:core/v1:Secret",
          Map.of(
              "metadata", Map.of("name", "login", "namespace", name),
              "stringData", Map.of("password", "secret")),
          inNamespace);
    };
  }

  private static KubeObject vlan(String name, String namespace, int vlan) {
    return vlan(name, namespace, name, vlan);
  }

  private static KubeObject vlan(String resource, String namespace, String name, int vlan) {
    return new KubeObject(resource, NAD, attachment(namespace, name, vlan));
  }

  private static KubeObject unnamed(String resource, int vlan) {
    return new KubeObject(resource, NAD, Map.of("spec", Map.of("config", config(vlan))));
  }

  private static KubeObject labelled(String name, Map<String, String> labels) {
    return new KubeObject(
        name,
        NAD,
        Map.of(
            "metadata", Map.of("name", name, "labels", labels),
            "spec", Map.of("config", config(1))));
  }

  private static KubeObject bridge(String name, String port) {
    Map<String, Object> bridge =
        Map.of(
            "name", "br1",
            "type", "linux-bridge",
            "state", "up",
            "mtu", 1500,
            "bridge", Map.of("port", List.of(Map.of("name", port))));
    return new KubeObject(
        name,
        NNCP,
        Map.of(
            "metadata", Map.of("name", name),
            "spec", Map.of("desiredState", Map.of("interfaces", List.of(bridge)))));
  }

  private static Map<String, Object> attachment(String namespace, String name, int vlan) {
    return Map.of(
        "metadata", Map.of("name", name, "namespace", namespace),
        "spec", Map.of("config", config(vlan)));
  }

  private static String config(int vlan) {
    return JSON.createObjectNode()
        .put("cniVersion", "0.3.1")
        .put("type", "bridge")
        .put("bridge", "br1")
        .put("vlan", vlan)
        .toString();
  }

  private static Output<String> nameOf(KubeObject object) {
    return object.metadata().applyValue(metadata -> String.valueOf(metadata.get("name")));
  }

  private static Output<String> uidOf(KubeObject object) {
    return object.metadata().applyValue(metadata -> String.valueOf(metadata.get("uid")));
  }

  private static ObjectNode object(String apiVersion, String kind, String name) {
    ObjectNode object = JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
    object.putObject("metadata").put("name", name);
    object.putObject("spec");
    return object;
  }

  private ObjectNode nad(String namespace, String name) {
    return api.get(ObjectRef.in(namespace, NAD_VERSION, "NetworkAttachmentDefinition", name))
        .orElseThrow();
  }

  /** What the handlers do when all of them are done. */
  private void finish(String policy) {
    ObjectNode status = JSON.createObjectNode();
    status
        .putArray("conditions")
        .addObject()
        .put("type", "Available")
        .put("status", "True")
        .put("reason", "SuccessfullyConfigured");
    api.setStatus(
        ObjectRef.cluster("nmstate.io/v1", "NodeNetworkConfigurationPolicy", policy), status);
  }
}
