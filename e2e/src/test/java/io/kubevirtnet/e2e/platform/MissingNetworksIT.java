package io.kubevirtnet.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.Context;
import com.pulumi.core.Output;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.scenario.AnyComponent;
import io.kubevirtnet.e2e.scenario.AnyComponent.Mode;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program only names is looked for in the cluster, before a machine is there. */
class MissingNetworksIT {
  private static final String WIRING = "kubevirtnet:index:VirtualMachineWiring";
  private static final YAMLMapper YAML = new YAMLMapper();

  private LocalCluster cluster;

  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of("library", AnyComponent.LIBRARY), Arguments.of("plugin", AnyComponent.PLUGIN));
  }

  /** A definition on a bridge that is gone, and a node with another bridge. */
  @BeforeEach
  void start() throws JsonProcessingException {
    cluster = LocalCluster.start();
    KubeApi api = cluster.api();
    api.create(
        yaml(
            """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: old, namespace: default}
            spec: {config: '{"cniVersion": "0.3.1", "name": "old", "type": "bridge", "bridge": "br-gone"}'}
            """));
    api.create(
        yaml("{apiVersion: nmstate.io/v1beta1, kind: NodeNetworkState, metadata: {name: w1}}"));
    api.setStatus(
        ObjectRef.cluster("nmstate.io/v1beta1", "NodeNetworkState", "w1"),
        yaml("currentState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}"));
  }

  @AfterEach
  void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void warnsOfWhatIsMissingAndNotOfWhatTheProgramMakes(String name, Mode mode) {
    try (Stack stack =
        Stack.inProject("missing-" + name)
            .cluster(cluster)
            .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
            .open()) {
      stack.setConfig("kubevirtnet:kubeconfig", cluster.kubeconfigFile().toString(), true);
      Consumer<Context> program = ctx -> program(mode);

      Run preview = stack.preview(program).orThrow();

      assertThat(said(preview, "misspelt"))
          .singleElement()
          .asString()
          .startsWith("KVN-X061 networks[0].multus.networkName: ")
          .contains("has no NetworkAttachmentDefinition default/od.", "It comes from networks[0].");
      assertThat(said(preview, "kv-misspelt")).singleElement().asString().startsWith("KVN-X061 ");
      assertThat(said(preview, "bridgeless"))
          .singleElement()
          .asString()
          .startsWith("KVN-X062 ")
          .contains("No node has a Linux bridge br11 ", "Did you mean br1?");
      assertThat(said(preview, "kv-bridgeless")).singleElement().asString().contains(" br11 ");
      assertThat(said(preview, "old")).singleElement().asString().contains(" br-gone ");
      assertThat(said(preview, "made")).isEmpty();
      assertThat(said(preview, "kv-made")).isEmpty();

      Run up = stack.up(program).orThrow();
      assertThat(up.errors()).isEmpty();
      assertThat(stack.preview(program).orThrow().changes()).isEmpty();
      stack.destroy().orThrow();
    }
  }

  private static void program(Mode mode) {
    var bridge =
        mode.make(
            "BridgeNetwork", "br2", Map.of("uplink", Map.of("nic", "ens4"), "rollout", "plain"));
    var made = definition(mode, "lan", Map.of("bridge", bridge.output("bridge")));
    var bridgeless = definition(mode, "blind", Map.of("bridgeName", "br11"));

    machine(mode, "made", Map.of("attachment", made));
    machine(mode, "bridgeless", Map.of("attachment", bridgeless));
    machine(mode, "misspelt", Map.of("attachmentName", "od"));
    machine(mode, "old", Map.of("attachmentName", "default/old"));
    mode.make(
        "KubeVirtNodeProvider",
        "kv",
        Map.of(
            "cluster",
            "kubevirt-host",
            "namespace",
            "default",
            "nodeTypes",
            List.of(
                type(mode, "made", "attachment", made),
                type(mode, "bridgeless", "attachment", bridgeless),
                type(mode, "misspelt", "attachmentName", "default/od"))));
  }

  private static Output<?> definition(Mode mode, String name, Map<String, Object> bridge) {
    return mode.make(
            "NetworkAttachment", name, Map.of("namespace", "default", "linuxBridge", bridge))
        .output("attachment");
  }

  private static void machine(Mode mode, String name, Map<String, Object> attachment) {
    var network = new LinkedHashMap<String, Object>(attachment);
    network.put("name", "lan");
    network.put("stableMac", true);
    mode.make(
        "VirtualMachine",
        name,
        Map.of(
            "namespace",
            "default",
            "memory",
            "1Gi",
            "containerDisk",
            "quay.io/containerdisks/fedora:latest",
            "networks",
            List.of(network)));
  }

  private static Output<?> type(Mode mode, String name, String input, Object attachment) {
    return mode.make(
            "KubeVirtNodeType",
            name,
            Map.of(
                "resources",
                Map.of("cpu", "2", "memory", "4Gi"),
                "podNetwork",
                "keep",
                input,
                attachment))
        .output("nodeType");
  }

  private static List<String> said(Run run, String name) {
    return run.diagnostics().stream()
        .filter(d -> d.urn().endsWith("$" + WIRING + "::" + name))
        .filter(d -> d.severity().equals("warning"))
        .map(Diagnostic::message)
        .map(m -> m.replaceAll("\u001b\\[[0-9;]*m|<\\{%[a-z ]+%}>", "").strip())
        .toList();
  }

  private static JsonNode yaml(String text) throws JsonProcessingException {
    return YAML.readTree(text);
  }
}
