package io.kubevirtnet.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import io.kubevirtnet.KubevirtnetFunctions;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import io.kubevirtnet.inputs.RenderNodeTypeArgs;
import io.kubevirtnet.outputs.NodeProperty;
import io.kubevirtnet.outputs.RenderNodeTypeResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The machine of a node type, shown to a program by the real engine. */
class RenderIT {
  private static final String KEY = "kubevirt.vcluster.com/";
  private static final String HIDDEN = "vms/hunter2";

  @Test
  void showsTheMachineToAProgram() {
    try (Stack stack = open()) {
      stack.preview(RenderIT::program).orThrow();
      stack.up(RenderIT::program).orThrow();

      assertThat(stack.outputs())
          .containsEntry(
              "network", "[{\"multus\":{\"networkName\":\"vms/lan\"},\"name\":\"multus\"}]")
          .containsEntry("origin", "type")
          .containsEntry("codes", "[\"KVN-X042\"]");
      assertThat(stack.exportedState()).doesNotContain("ciphertext");
    }
  }

  @Test
  void keepsASecretThatBecomesTheNameOfAField() {
    try (Stack stack = open()) {
      Run up = stack.up(RenderIT::secrets).orThrow();

      assertThat(up.stdout() + up.stderr()).doesNotContain("hunter2").doesNotContain("macvtap");
      assertThat(stack.exportedState())
          .contains("ciphertext")
          .doesNotContain("hunter2")
          .doesNotContain("macvtap");
      assertThat(stack.outputs().get("machine")).asString().contains("macvtap", HIDDEN);
    }
  }

  private static void program(Context ctx) {
    var answer =
        KubevirtnetFunctions.renderNodeType(
            RenderNodeTypeArgs.builder()
                .nodeProvider(provider(Map.of(KEY + "network-attachment-definition", "vms/lan")))
                .nodeType("small")
                .definitions(definition())
                .build());
    ctx.export("network", answer.applyValue(a -> networks(a.virtualMachine())));
    ctx.export("origin", answer.applyValue(RenderIT::origin));
    ctx.export("codes", answer.applyValue(a -> a.findings().stream().map(f -> f.code()).toList()));
  }

  private static void secrets(Context ctx) {
    Output<Map<String, Object>> provider =
        Output.ofSecret(
            provider(
                Map.of(
                    KEY + "network-attachment-definition",
                    HIDDEN,
                    KEY + "interface-binding",
                    "macvtap")));
    ctx.export(
        "machine",
        KubevirtnetFunctions.renderNodeType(
                RenderNodeTypeArgs.builder().nodeProvider(provider).build())
            .applyValue(a -> a.virtualMachine()));
  }

  private static Map<String, Object> provider(Map<String, Object> properties) {
    var size = Map.of("requests", Map.of("cpu", "2", "memory", "4Gi"));
    var template =
        Map.of(
            "spec",
            Map.of(
                "template",
                Map.of(
                    "spec",
                    Map.of(
                        "domain",
                        Map.of(
                            "resources",
                            size,
                            "devices",
                            Map.of("autoattachPodInterface", false))))));
    return Map.of(
        "metadata",
        Map.of("name", "kv"),
        "spec",
        Map.of(
            "kubeVirt",
            Map.of(
                "clusterRef",
                Map.of("cluster", "host", "namespace", "vms"),
                "virtualMachineTemplate",
                template,
                "nodeTypes",
                List.of(Map.of("name", "small", "properties", properties)))));
  }

  private static Map<String, Object> definition() {
    var config =
        "{\"cniVersion\":\"0.3.1\",\"name\":\"office\",\"type\":\"bridge\",\"bridge\":\"br1\","
            + "\"disableContainerInterface\":true}";
    return Map.of(
        "metadata", Map.of("name", "office", "namespace", "net"), "spec", Map.of("config", config));
  }

  private static String origin(RenderNodeTypeResult answer) {
    return Optional.ofNullable(answer.properties().get(KEY + "network-attachment-definition"))
        .map(NodeProperty::origin)
        .orElse("");
  }

  private static Object networks(Object machine) {
    var inside = machine;
    for (var name : List.of("spec", "template", "spec", "networks")) {
      inside =
          Optional.of(inside)
              .filter(Map.class::isInstance)
              .<Object>map(m -> ((Map<?, ?>) m).get(name))
              .orElse("");
    }
    return inside;
  }

  private static Stack open() {
    return Stack.inProject("render")
        .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
        .open();
  }
}
