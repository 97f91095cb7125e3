package io.kubevirtnet.e2e.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.engine.KubeObject;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.engine.StackSetup;
import io.kubevirtnet.e2e.scenario.AnyComponent;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import io.kubevirtnet.provider.plan.PlannedObject;
import io.kubevirtnet.provider.sides.PreviewSides;
import io.kubevirtnet.provider.sides.ReadSides;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the real engine prints of policies that the plugin writes, of secrets, and of failures. */
class PreviewFormsIT {
  private static final String CANARY = "hunter2";

  /** The same in both forms, which differ in nearly everything. */
  @Test
  void readsManagedPoliciesSecretsAndUnknowns() {
    ReadSides document = preview(setup(), PreviewFormsIT::site);
    ReadSides events =
        preview(setup().env("PULUMI_ENABLE_STREAMING_JSON_PREVIEW", "true"), PreviewFormsIT::site);

    assertThat(document.failed()).isFalse();
    assertThat(document.toString()).doesNotContain(CANARY);
    assertThat(document.settings().isolation().on()).isTrue();
    PlannedObject policy = object(document, "br1");
    assertThat(policy.component()).contains("BridgeNetwork br1");
    assertThat(policy.managed().orElseThrow().get("desiredState")).isPresent();
    assertThat(policy.object().reference().kind()).isEqualTo("NodeNetworkConfigurationPolicy");
    assertThat(object(document, "hidden").object().fields().allMarks().secret()).isTrue();
    assertThat(object(document, "open").object().fields().hasUnknown()).isTrue();
    assertThat(events.after().objects())
        .containsExactlyInAnyOrderElementsOf(document.after().objects());
    assertThat(events.before().objects()).isEmpty();
  }

  @Test
  void aRefusedComponentMakesItAFailure() {
    ReadSides sides =
        preview(
            setup(),
            ctx ->
                AnyComponent.LIBRARY.make(
                    "BridgeNetwork", "bad", Map.of("uplink", Map.of("nic", "ens 4"))));

    assertThat(sides.failed()).isTrue();
    assertThat(sides.said())
        .anyMatch(s -> s.who().equals("BridgeNetwork bad") && s.message().contains("KVN-N003"));
  }

  private static void site(Context ctx) {
    AnyComponent.LIBRARY.make(
        "BridgeNetwork",
        "br1",
        Map.of("uplink", Map.of("nic", "ens4"), "nodeSelector", Map.of("zone", "a")));
    var hidden =
        new KubeObject(
            "hidden",
            "kubernetes:core/v1:Secret",
            Map.of(
                "metadata",
                Map.of("namespace", "default", "name", "hidden"),
                "stringData",
                Map.of("text", Output.ofSecret(CANARY))));
    new KubeObject(
        "open",
        "kubernetes:core/v1:ConfigMap",
        Map.of(
            "metadata",
            Map.of("namespace", "default", "name", "open"),
            "data",
            Map.of("id", hidden.id())));
  }

  private static StackSetup setup() {
    return Stack.inProject("forms")
        .cluster(LocalCluster.shared())
        .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"));
  }

  private static ReadSides preview(StackSetup setup, Consumer<Context> program) {
    try (Stack stack = setup.open()) {
      stack.setConfig("kubevirtnet:offline", "true", false);
      stack.setConfig("kubevirtnet:namespaceIsolation", "true", false);
      Run run = stack.previewWhole(program);
      return PreviewSides.read(
          "preview", new ByteArrayInputStream(run.stdout().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlannedObject object(ReadSides sides, String name) {
    return sides.after().objects().stream()
        .filter(o -> o.reference().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
