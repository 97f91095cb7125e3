package io.kubevirtnet.e2e.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.site.App;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.engine.Step;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example, from its first preview to the end, as a library and through the plugin. */
class SiteIT {
  private static final ObjectMapper YAML = new YAMLMapper();

  private static final ObjectRef POLICY =
      ObjectRef.cluster("nmstate.io/v1", "NodeNetworkConfigurationPolicy", "br1");
  private static final ObjectRef ATTACHMENT =
      ObjectRef.in("vms", "k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", "vm-lan");
  private static final ObjectRef PROVIDER =
      ObjectRef.cluster("management.loft.sh/v1", "NodeProvider", "kv");
  private static final ObjectRef MACHINE =
      ObjectRef.in("vms", "kubevirt.io/v1", "VirtualMachine", "web");
  private static final ObjectRef SECRET = ObjectRef.in("vms", "v1", "Secret", "web-cloud-init");
  private static final ObjectRef NETRIS_POLICY =
      ObjectRef.cluster("nmstate.io/v1", "NodeNetworkConfigurationPolicy", "tenant-a");
  private static final ObjectRef NETRIS_ATTACHMENT =
      ObjectRef.in("vms", "k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", "tenant-a");
  private static final Map<String, ObjectRef> OBJECTS =
      Map.of(
          "policy",
          POLICY,
          "attachment",
          ATTACHMENT,
          "provider",
          PROVIDER,
          "machine",
          MACHINE,
          "secret",
          SECRET,
          "netris-policy",
          NETRIS_POLICY,
          "netris-attachment",
          NETRIS_ATTACHMENT);

  private LocalCluster cluster;
  private KubeApi api;

  @BeforeEach
  void startCluster() {
    cluster = LocalCluster.shared();
    api = cluster.api();
    if (api.get(ObjectRef.cluster("v1", "Namespace", "vms")).isEmpty()) {
      ObjectNode namespace = JsonNodeFactory.instance.objectNode();
      namespace.put("apiVersion", "v1").put("kind", "Namespace");
      namespace.putObject("metadata").put("name", "vms");
      api.create(namespace);
    }
  }

  @Test
  void livesAsALibrary() {
    live("site-library", App::stack);
  }

  @Test
  void livesThroughThePlugin() {
    live("site-plugin", RemoteSite::stack);
  }

  @Test
  void hasTheSameUrnsBelowEachComponentInBothModes() {
    assertThat(urns("library", App::stack))
        .hasSize(13)
        .isEqualTo(urns("plugin", RemoteSite::stack));
  }

  private void live(String project, Consumer<Context> program) {
    try (Stack stack = open(project)) {
      Run preview = stack.preview(program).orThrow();
      assertThat(preview.changes())
          .containsOnlyKeys("br1", "vm-lan", "web", "web-cloud-init", "bridge-vm", "kv", "tenant-a")
          .containsValue(OperationType.CREATE);

      stack.up(program).orThrow();
      OBJECTS.forEach((name, ref) -> assertThat(live(ref)).isEqualTo(golden(name)));
      assertThat(stack.up(program).orThrow().changes()).isEmpty();
      assertThat(stack.refresh().orThrow().changes()).isEmpty();
      // Each finding once, and no line about a change.
      assertThat(said(stack.preview(program).orThrow()))
          .containsExactlyInAnyOrder("info web KVN-V082", "warning bridge-vm KVN-P020");

      stack.setConfig(project + ":vlan", "200", false);
      Run changed = stack.up(program).orThrow();
      assertThat(kubernetesChanges(changed)).containsExactly("update vm-lan");
      assertThat(live(ATTACHMENT).at("/spec/config").asText())
          .isEqualTo(golden("attachment").at("/spec/config").asText().replace(":100", ":200"));

      stack.destroy().orThrow();
      assertThat(stack.resources()).isEmpty();
      OBJECTS.values().forEach(ref -> assertThat(api.get(ref)).isEmpty());
    }
  }

  /** Who says what; of a finding its code. */
  private static List<String> said(Run run) {
    return run.diagnostics().stream()
        .filter(d -> !d.severity().equals("debug") && !d.urn().isEmpty())
        .map(
            d ->
                d.severity()
                    + " "
                    + d.urn().substring(d.urn().lastIndexOf(':') + 1)
                    + " "
                    + d.message().strip().replaceAll("(?s)(KVN-[A-Z]\\d{3}) .*", "$1"))
        .toList();
  }

  private TreeSet<String> urns(String stackName, Consumer<Context> program) {
    try (Stack stack =
        Stack.inProject("site").named(stackName).cluster(cluster).plugins(plugin()).open()) {
      stack.setConfig("site:plain", "true", false);
      TreeSet<String> urns = new TreeSet<>();
      stack.preview(program).orThrow().steps().stream()
          .map(step -> step.urn().replace("::", " ").replace(":" + stackName + " ", ":stack "))
          .forEach(urns::add);
      return urns;
    }
  }

  private Stack open(String project) {
    Stack stack = Stack.inProject(project).cluster(cluster).plugins(plugin()).open();
    // No handler runs on these nodes; the life of a managed policy has tests of its own.
    stack.setConfig(project + ":plain", "true", false);
    return stack;
  }

  private static java.nio.file.Path plugin() {
    return E2eFolder.path("../provider/target/kubevirtnet/bin");
  }

  private static List<String> kubernetesChanges(Run run) {
    return run.steps().stream()
        .filter(step -> step.type().startsWith("kubernetes:"))
        .filter(step -> step.op() != OperationType.SAME)
        .map(SiteIT::text)
        .toList();
  }

  private static String text(Step step) {
    return step.op().name().toLowerCase(java.util.Locale.ROOT) + " " + step.name();
  }

  /** What the API server has, without what it added. */
  private JsonNode live(ObjectRef ref) {
    ObjectNode object = api.get(ref).orElseThrow();
    ((ObjectNode) object.get("metadata"))
        .remove(
            Stream.of("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields")
                .toList());
    return object;
  }

  private static JsonNode golden(String name) {
    try {
      return YAML.readTree(E2eFolder.path("src/test/resources/site/" + name + ".yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
