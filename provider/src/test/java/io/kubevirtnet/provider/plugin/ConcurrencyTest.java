package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Empty;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pulumirpc.Provider.ConstructResponse;

@Timeout(60)
class ConcurrencyTest {
  private static final int MANY = 50;

  @Test
  void doesNotWaitForOneComponentToMakeTheNext() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.engine.delayChildren(Duration.ofSeconds(3));
      long start = System.nanoTime();

      var answers = IntStream.range(0, MANY).mapToObj(i -> construct(fixture, "net-" + i)).toList();
      for (int i = 0; i < MANY; i++) {
        assertThat(answers.get(i).get().getUrn())
            .isEqualTo(FakeEngine.urn(Fixture.ATTACHMENT, "net-" + i));
      }

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      assertThat(fixture.engine.children()).hasSize(MANY);
      assertThat(fixture.engine.outputs()).hasSize(MANY);
    }
  }

  @Test
  void registersTheChildrenOfAComponentAtTheSameTime() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.engine.delayChildren(Duration.ofSeconds(1));
      var namespaces = IntStream.range(0, 20).mapToObj(i -> "\"ns-" + i + "\"").toList().toString();
      long start = System.nanoTime();

      fixture.construct(
          Fixture.ATTACHMENT,
          "vm-lan",
          "{\"namespaces\": " + namespaces + ", \"linuxBridge\": {\"bridgeName\": \"br1\"}}");

      assertThat(fixture.engine.children()).hasSize(20);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void closesItsConnectionsSomeTimeAfterTheLastComponent() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs /proc");
    try (var fixture = new Fixture(CustomResources.NONE, Duration.ofMillis(100))) {
      fixture.construct(Fixture.ATTACHMENT, "warm-up", Fixture.VM_LAN);
      long before = idleDescriptors();

      for (int run = 0; run < 10; run++) {
        try (var other = new FakeEngine()) {
          var request =
              fixture
                  .request(Fixture.ATTACHMENT, "vm-lan", Fixture.VM_LAN)
                  .setMonitorEndpoint(other.address());
          assertThat(fixture.provider().construct(request.build()).getUrn()).isNotEmpty();
        }
      }

      assertThat(Eventually.within(Duration.ofSeconds(10), () -> descriptors() <= before))
          .as("%s descriptors before, %s after", before, descriptors())
          .isTrue();
    }
  }

  @Test
  void endsPendingComponentsWhenCancelledAndTakesNoMore() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.engine.delayChildren(Duration.ofMinutes(5));
      var pending = construct(fixture, "vm-lan");
      assertThat(
              Eventually.within(Duration.ofSeconds(10), () -> !fixture.engine.children().isEmpty()))
          .isTrue();

      var unused = fixture.provider().cancel(Empty.getDefaultInstance());

      assertThatThrownBy(() -> pending.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(StatusRuntimeException.class, ConcurrencyTest::cancelled);
      cancelled(fixture.refusal(fixture.request(Fixture.ATTACHMENT, "next", Fixture.VM_LAN)));
      assertThat(fixture.engine.registered()).hasSize(2);
    }
  }

  @Test
  void dropsAComponentThatTheEngineNoLongerWaitsFor() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.engine.delayChildren(Duration.ofMillis(500));
      var pending = construct(fixture, "vm-lan");
      assertThat(
              Eventually.within(Duration.ofSeconds(10), () -> !fixture.engine.children().isEmpty()))
          .isTrue();

      pending.cancel(true);
      fixture.construct(
          Fixture.ATTACHMENT,
          "next",
          "{\"namespace\": \"other\", \"linuxBridge\": {\"bridgeName\": \"br1\"}}");

      assertThat(fixture.engine.outputs())
          .extracting(o -> o.getUrn())
          .containsExactly(FakeEngine.urn(Fixture.ATTACHMENT, "next"));
    }
  }

  private static void cancelled(StatusRuntimeException refusal) {
    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.CANCELLED);
  }

  private static ListenableFuture<ConstructResponse> construct(Fixture fixture, String name) {
    return fixture
        .later()
        .construct(fixture.request(Fixture.ATTACHMENT, name, Fixture.VM_LAN).build());
  }

  /** Once what the warm-up has opened is closed again. */
  private static long idleDescriptors() {
    var smallest = new long[] {descriptors()};
    Eventually.within(
        Duration.ofSeconds(1),
        () -> {
          smallest[0] = Math.min(smallest[0], descriptors());
          return false;
        });
    return smallest[0];
  }

  private static long descriptors() {
    try (var open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
