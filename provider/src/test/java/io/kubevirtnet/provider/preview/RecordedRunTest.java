package io.kubevirtnet.provider.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.ResourceArgs;
import io.kubevirtnet.BridgeNetwork;
import io.kubevirtnet.BridgeNetworkArgs;
import io.kubevirtnet.KubevirtnetFunctions;
import io.kubevirtnet.NetworkAttachment;
import io.kubevirtnet.NetworkAttachmentArgs;
import io.kubevirtnet.enums.Rollout;
import io.kubevirtnet.inputs.LinuxBridgeArgs;
import io.kubevirtnet.inputs.UplinkArgs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RecordedRunTest {

  @Test
  void recordsComponentsWithTheirChildren() {
    var preview = RecordedRun.preview(ctx -> bridge());

    var component = preview.resource("kubevirtnet:index:BridgeNetwork", "br1").orElseThrow();
    assertThat(component.urn())
        .isEqualTo("urn:pulumi:dev::site::kubevirtnet:index:BridgeNetwork::br1");
    assertThat(component.outputs()).isPresent();
    assertThat(preview.childrenOf(component))
        .singleElement()
        .returns(Optional.of("br1"), c -> c.text("metadata", "name"))
        .returns(true, PlannedResource::isObject)
        .returns(
            "urn:pulumi:dev::site::kubevirtnet:index:BridgeNetwork$"
                + "kubernetes:nmstate.io/v1:NodeNetworkConfigurationPolicy::br1",
            PlannedResource::urn);
    assertThat(preview.exitCode()).isZero();
  }

  @Test
  void endsWhenAFailedComponentIsWaitedForByAnother() throws Exception {
    var run =
        CompletableFuture.supplyAsync(
            () ->
                RecordedRun.preview(
                    ctx -> {
                      var one = bridge("one", "a/b", ComponentResourceOptions.Empty);
                      var after = ComponentResourceOptions.builder().dependsOn(one).build();
                      bridge("two", "c/d", after);
                    }));

    var preview = run.get(60, TimeUnit.SECONDS);

    assertThat(preview.exitCode()).isNotZero();
    assertThat(preview.resource("kubevirtnet:index:BridgeNetwork", "one").orElseThrow().errors())
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("1 problem in one:");
    assertThat(preview.logs())
        .extracting(LogLine::message)
        .anySatisfy(m -> assertThat(m).startsWith("1 problem in two:"))
        .anySatisfy(m -> assertThat(m).startsWith("2 components have errors"));
  }

  private static BridgeNetwork bridge(String name, String nic, ComponentResourceOptions options) {
    return new BridgeNetwork(
        name,
        BridgeNetworkArgs.builder()
            .uplink(UplinkArgs.builder().nic(nic).build())
            .rollout(Rollout.Plain)
            .build(),
        options);
  }

  @Test
  void leavesTheThreadAsItWas() {
    RecordedRun.preview(ctx -> {});

    assertThat(DeploymentInstanceHolder.getInstanceNoThrow()).isNull();
  }

  @Test
  void answersFunctionsWithUnknownAndListsThem() {
    var known = new ConcurrentHashMap<String, Boolean>();

    var preview =
        RecordedRun.preview(
            ctx -> {
              Output<Map<String, String>> answer =
                  Deployment.getInstance()
                      .invoke(
                          "cloud:index:getRegion",
                          TypeShape.map(String.class, String.class),
                          InvokeArgs.Empty);
              answer.applyValue(x -> known.put("called", true));
            });

    assertThat(preview.exitCode()).isZero();
    assertThat(preview.unanswered()).containsExactly("result of cloud:index:getRegion");
    assertThat(known).isEmpty();
  }

  @Test
  void answersOurOwnFunctionsWithUnknownToo() {
    var called = new ConcurrentHashMap<String, Boolean>();

    var preview =
        RecordedRun.preview(
            ctx -> {
              var there = KubevirtnetFunctions.listNetworkAttachments();
              new NetworkAttachment(
                  "beside",
                  NetworkAttachmentArgs.builder()
                      .namespace("vms")
                      .linuxBridge(
                          LinuxBridgeArgs.builder()
                              .bridgeName(there.applyValue(t -> t.attachments().get(0).name()))
                              .build())
                      .build());
              there.applyValue(x -> called.put("called", true));
            });

    assertThat(preview.failed()).isFalse();
    assertThat(preview.unanswered())
        .containsExactly("result of kubevirtnet:index:listNetworkAttachments");
    assertThat(preview.objects()).hasSize(1);
    assertThat(called).isEmpty();
  }

  @Test
  void refusesTwoResourcesOfOneName() {
    var preview =
        RecordedRun.preview(
            ctx -> {
              new Disk("a");
              new Disk("a");
            });

    assertThat(preview.failed()).isTrue();
    assertThat(preview.resource("cloud:index:Disk", "a").orElseThrow().errors())
        .singleElement()
        .asString()
        .startsWith("Duplicate resource URN");
  }

  @Test
  void stopsAProgramThatDoesNotEnd() {
    var program =
        new Program(
            Path.of(
                Objects.requireNonNull(
                        Waiting.class.getProtectionDomain().getCodeSource().getLocation())
                    .getPath()),
            Optional.of(Waiting.class.getName()),
            Optional.empty(),
            "p",
            "dev",
            Map.of());

    assertThatThrownBy(() -> ProgramRun.of(program, Duration.ofMillis(300)))
        .isInstanceOf(UnusableProgram.class)
        .hasMessageContaining("did not end within");
  }

  private static final class Disk extends CustomResource {
    Disk(String name) {
      super("cloud:index:Disk", name, ResourceArgs.Empty, CustomResourceOptions.Empty);
    }
  }

  /** Waits for what never comes. */
  static final class Waiting {
    public static void main(String[] args) throws InterruptedException {
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }

  private static BridgeNetwork bridge() {
    return new BridgeNetwork(
        "br1",
        BridgeNetworkArgs.builder()
            .uplink(UplinkArgs.builder().nic("ens4").build())
            .rollout(Rollout.Plain)
            .build());
  }
}
