package io.kubevirtnet.provider.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.SriovNetwork;
import io.kubevirtnet.SriovNetworkArgs;
import io.kubevirtnet.VirtualMachine;
import io.kubevirtnet.VirtualMachineArgs;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.inputs.GuestNetworkArgs;
import io.kubevirtnet.inputs.SriovDeviceArgs;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is announced to the engine before the Outputs of a program have settled. */
class LateNothingTest {
  private static final String SECRET = "kubernetes:core/v1:Secret";

  /** Components whose children follow from one input, with an Output of it that is null. */
  static Stream<Consumer<Context>> programs() {
    return Stream.of(
        ctx -> new VirtualMachine("it", machine().userData(nothing()).build()),
        ctx -> new VirtualMachine("it", machine().networkData(nothing()).build()),
        ctx ->
            new VirtualMachine(
                "it", machine().guestNetwork(LateNothingTest.<GuestNetworkArgs>nothing()).build()),
        ctx ->
            new SriovNetwork(
                "it",
                SriovNetworkArgs.builder()
                    .namespace("vms")
                    .resourceName("fast")
                    .device(LateNothingTest.<SriovDeviceArgs>nothing())
                    .build()));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void failsWhenAnOutputThatAnObjectFollowsFromComesToNothing(Consumer<Context> program)
      throws Exception {
    var preview = run(program);

    assertThat(preview.exitCode()).isNotZero();
    assertThat(preview.components())
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.errors())
                    .singleElement()
                    .asString()
                    .startsWith("1 problem in it:\n  KVN-X058 ")
                    .contains("The value came to nothing."));
    assertThat(preview.objects()).isEmpty();
  }

  @Test
  void keepsASecretThatOtherDataAskFor() throws Exception {
    var preview =
        run(
            ctx ->
                new VirtualMachine(
                    "it", machine().userData("#cloud-config").networkData(nothing()).build()));

    assertThat(preview.failed()).isFalse();
    assertThat(preview.objects()).extracting(PlannedResource::type).contains(SECRET);
  }

  @Test
  void leavesOutOtherInputsThatComeToNothing() throws Exception {
    var preview = run(ctx -> new VirtualMachine("it", machine().name(nothing()).build()));

    assertThat(preview.failed()).isFalse();
    assertThat(preview.objects()).extracting(PlannedResource::type).doesNotContain(SECRET);
  }

  @Test
  void namesAnOutputThatDoesNotExist() throws Exception {
    var preview = run(ctx -> new Mistaken());

    assertThat(preview.failed()).isTrue();
    assertThat(preview.logs())
        .extracting(LogLine::message)
        .anySatisfy(m -> assertThat(m).contains("it has no output colour."));
  }

  private static Preview run(Consumer<Context> program) throws Exception {
    return CompletableFuture.supplyAsync(() -> RecordedRun.preview(program))
        .get(60, TimeUnit.SECONDS);
  }

  private static VirtualMachineArgs.Builder machine() {
    return VirtualMachineArgs.builder()
        .namespace("vms")
        .memory("2Gi")
        .containerDisk("quay.io/containerdisks/fedora:latest")
        .autoattachPodInterface(false);
  }

  private static <T> Output<T> nothing() {
    return new OutputInternal<>(OutputData.<T>ofNullable(null));
  }

  private static final class Mistaken extends ComponentResource {
    Mistaken() {
      super(Blueprints.NMSTATE.type(), "it", ComponentResourceOptions.Empty);
      var construction =
          Construction.of(this, Blueprints.NMSTATE, "it", Map::of, ComponentResourceOptions.Empty);
      registerOutputs(Map.of("colour", construction.text("colour")));
    }
  }
}
