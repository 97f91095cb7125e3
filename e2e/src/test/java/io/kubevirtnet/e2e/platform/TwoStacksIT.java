package io.kubevirtnet.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.StackReference;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.Scratch;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.scenario.AnyComponent;
import io.kubevirtnet.e2e.scenario.AnyComponent.Mode;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import io.kubevirtnet.outputs.Attachment;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two teams: a stack makes a network, another one uses it without knowing how it is made. */
class TwoStacksIT {
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
  void handsANetworkOnWithItsTypesAndSecrets(String name, Mode mode) {
    try (Scratch backend = Scratch.create("two-stacks");
        Stack platform = open("platform-" + name, backend);
        Stack application = open("application-" + name, backend)) {
      platform.up(platform(mode, "lan-" + name)).orThrow();
      var reference = "organization/platform-" + name + "/test";
      var machine = application(reference, mode, name);

      Run preview = application.preview(machine).orThrow();
      application.up(machine).orThrow();

      assertThat(network("web-" + name)).isEqualTo("default/lan-" + name);
      assertThat(nodeType("node-" + name)).isEqualTo("lan-" + name + ".small");
      assertThat(application.up(machine).orThrow().changes()).isEmpty();
      assertThat(preview.stdout() + preview.stderr()).doesNotContain(CANARY);
      assertThat(application.exportedState()).contains("ciphertext").doesNotContain(CANARY);
      assertThat(application.outputs().get("again")).asString().contains(CANARY, "\"vlan\":100");

      Run wrong = application.preview(ctx -> nodes(mode, lan(new StackReference(reference), mode)));
      assertThat(wrong.succeeded()).isFalse();
      assertThat(wrong.stdout() + wrong.stderr()).contains("KVN-P012").doesNotContain(CANARY);
      application.destroy().orThrow();
      platform.destroy().orThrow();
    }
  }

  private static Consumer<Context> platform(Mode mode, String name) {
    return ctx -> {
      var lan =
          mode.make(
              "NetworkAttachment",
              name,
              Map.of(
                  "namespace",
                  "default",
                  "linuxBridge",
                  Map.of("bridgeName", Output.ofSecret(CANARY), "vlan", 100)));
      var type =
          mode.make(
              "KubeVirtNodeType",
              "small",
              Map.of(
                  "resources",
                  Map.of("cpu", "2", "memory", "4Gi"),
                  "podNetwork",
                  "keep",
                  "attachment",
                  lan.output("attachment")));
      var provider =
          mode.make(
              "KubeVirtNodeProvider",
              name,
              Map.of(
                  "cluster",
                  "kubevirt-host",
                  "namespace",
                  "default",
                  "nodeTypes",
                  List.of(type.output("nodeType")),
                  "wiring",
                  "none"));
      ctx.export("lan", lan.output("attachment"));
      ctx.export("nodeTypes", provider.output("nodeTypeNames"));
    };
  }

  private static Consumer<Context> application(String platform, Mode mode, String name) {
    return ctx -> {
      var read = new StackReference(platform);
      var lan = lan(read, mode);
      mode.make(
          "VirtualMachine",
          "web-" + name,
          Map.of(
              "namespace",
              "default",
              "memory",
              "1Gi",
              "containerDisk",
              "quay.io/containerdisks/fedora:latest",
              "networks",
              List.of(Map.of("name", "lan", "attachment", lan, "binding", "bridge")),
              "wiring",
              "none"));
      var type =
          read.requireOutput("nodeTypes")
              .applyValue(names -> String.valueOf(((List<?>) names).get(0)));
      mode.make(
          "NodeClaim",
          "node-" + name,
          Map.of(
              "namespace",
              "default",
              "provider",
              type.applyValue(t -> t.substring(0, t.indexOf('.'))),
              "nodeType",
              type));
      ctx.export("again", lan);
    };
  }

  /** A program in another language hands on what it read; one in Java has the type again. */
  private static Output<?> lan(StackReference platform, Mode mode) {
    var lan = platform.requireOutput("lan");
    return mode == AnyComponent.LIBRARY ? Attachment.from(lan) : lan;
  }

  /** What the attachment is not made for. */
  private static void nodes(Mode mode, Output<?> lan) {
    mode.make(
        "KubeVirtNodeType",
        "direct",
        Map.of(
            "resources",
            Map.of("cpu", "2", "memory", "4Gi"),
            "podNetwork",
            "keep",
            "attachment",
            lan,
            "binding",
            "sriov"));
  }

  private String network(String machine) {
    return live("kubevirt.io/v1", "VirtualMachine", machine)
        .at("/spec/template/spec/networks/0/multus/networkName")
        .asText();
  }

  private String nodeType(String claim) {
    return live("management.loft.sh/v1", "NodeClaim", claim).at("/spec/typeRef").asText();
  }

  private JsonNode live(String version, String kind, String name) {
    return cluster.api().get(ObjectRef.in("default", version, kind, name)).orElseThrow();
  }

  private Stack open(String project, Scratch backend) {
    return Stack.inProject(project)
        .cluster(cluster)
        .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
        .backend(backend.path())
        .open();
  }
}
