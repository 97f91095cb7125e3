package io.kubevirtnet.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.scenario.AnyComponent;
import io.kubevirtnet.e2e.scenario.AnyComponent.Mode;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider with several node types, from its first preview to the end. */
class NodeProviderIT {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final String WIRING = "kubevirtnet:index:VirtualMachineWiring";
  private static final String KEEP = "keep their wiring until they are made again";

  private LocalCluster cluster;
  private KubeApi api;

  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of("library", AnyComponent.LIBRARY), Arguments.of("plugin", AnyComponent.PLUGIN));
  }

  @BeforeEach
  void startCluster() {
    cluster = LocalCluster.shared();
    api = cluster.api();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void livesWithTheWiringOfItsNodeTypes(String mode, Mode make) {
    var name = "nodes-" + mode;
    Consumer<Context> program = new NodeProgram(make, name)::stack;
    try (Stack stack = open(name)) {
      Run preview = stack.preview(program).orThrow();
      assertThat(preview.changes()).containsValue(OperationType.CREATE).hasSize(11);
      assertThat(wirings(preview))
          .containsExactlyInAnyOrder(
              name + "-bridged", name + "-direct", name + "-merged", name + "-replaced");

      stack.up(program).orThrow();
      assertThat(live(name)).isEqualTo(golden(name));
      assertThat(stack.outputs().get("nodeTypeNames"))
          .asString()
          .contains(name + ".bridged", name + ".direct", name + ".replaced", name + ".merged");
      assertThat(stack.up(program).orThrow().changes()).isEmpty();
      assertThat(stack.refresh().orThrow().changes()).isEmpty();

      stack.setConfig(name + ":plugin", "passt", false);
      assertSaysWhatChanges(stack.preview(program).orThrow(), name);

      stack.setConfig(name + ":host", "other-host", false);
      Run moved = stack.up(program).orThrow();
      assertThat(moved.summary()).containsKey(OperationType.REPLACE);
      assertThat(live(name).at("/spec/kubeVirt/clusterRef/cluster").asText())
          .isEqualTo("other-host");

      stack.destroy().orThrow();
      assertThat(stack.resources()).isEmpty();
      assertThat(api.get(provider(name))).isEmpty();
    }
  }

  private static void assertSaysWhatChanges(Run preview, String name) {
    assertThat(preview.steps())
        .filteredOn(step -> step.type().equals(WIRING) && step.op() == OperationType.UPDATE)
        .extracting(step -> step.name())
        .containsExactly(name + "-bridged");
    assertThat(said(preview, name + "-bridged"))
        .anyMatch(line -> line.contains("multus: bridge -> plugin passt"))
        .anyMatch(line -> line.contains(name + ".bridged") && line.contains(KEEP))
        .noneMatch(line -> line.contains("virtctl"));
    assertThat(preview.diagnostics())
        .extracting(Diagnostic::message)
        .filteredOn(message -> message.contains(KEEP))
        .hasSize(1);
  }

  private static List<String> said(Run run, String wiring) {
    return run.diagnostics().stream()
        .filter(diagnostic -> diagnostic.urn().endsWith("$" + WIRING + "::" + wiring))
        .map(Diagnostic::message)
        .toList();
  }

  private static List<String> wirings(Run run) {
    return run.steps().stream()
        .filter(step -> step.type().equals(WIRING))
        .map(step -> step.name())
        .toList();
  }

  private static ObjectRef provider(String name) {
    return ObjectRef.cluster("management.loft.sh/v1", "NodeProvider", name);
  }

  /** What the API server has, without what it added. */
  private JsonNode live(String name) {
    ObjectNode object = api.get(provider(name)).orElseThrow();
    ((ObjectNode) object.get("metadata"))
        .remove(
            List.of("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields"));
    return object;
  }

  /** The same in both modes, but for the names that contain the provider's. */
  private static JsonNode golden(String name) {
    try {
      var file = E2eFolder.path("src/test/resources/platform/provider.yaml").toFile();
      return YAML.readTree(YAML.readTree(file).toString().replace("NAME", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stack open(String project) {
    return Stack.inProject(project)
        .cluster(cluster)
        .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
        .open();
  }
}
