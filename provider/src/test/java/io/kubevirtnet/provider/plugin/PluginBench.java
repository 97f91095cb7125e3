package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Empty;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.kubevirtnet.provider.wire.Wired;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderFutureStub;

/**
 * Figures of the packaged plugin, as a process of its own.
 *
 * <pre>
 * ./mvnw -q -pl provider -am -DskipTests package
 * ./mvnw -q -pl provider -am test -Dgroups=bench -DexcludedGroups= \
 *     -Dtest=PluginBench -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("bench")
class PluginBench {
  private static final Path LAUNCHER =
      Path.of("target", "kubevirtnet", "bin", "pulumi-resource-kubevirtnet");
  private static final int STARTS = 11;
  private static final int MANY = 50;
  private static final int TOTAL = 1_000;

  @BeforeEach
  void packaged() {
    assertThat(Files.isExecutable(LAUNCHER)).as("%s: run package first", LAUNCHER).isTrue();
  }

  @Test
  void startUp() throws Exception {
    var times = new ArrayList<Long>();
    for (int i = 0; i < STARTS; i++) {
      try (var plugin = start()) {
        times.add(plugin.untilPort().toMillis());
      }
    }
    print("port printed after", times.stream().sorted().toList() + " ms, median " + median(times));
  }

  @Test
  void firstComponent() throws Exception {
    var times = new ArrayList<Long>();
    for (int i = 0; i < STARTS; i++) {
      try (var engine = new FakeEngine();
          var plugin = start(engine.address());
          var client = new Client(plugin)) {
        long start = System.nanoTime();
        client.construct(engine, "first").get();
        times.add(millisSince(start));
      }
    }
    print("first Construct of a process", "median " + median(times) + " ms");
  }

  @Test
  void manyAtOnce() throws Exception {
    try (var engine = new FakeEngine();
        var plugin = start(engine.address());
        var client = new Client(plugin)) {
      engine.delayChildren(Duration.ofSeconds(3));
      var cpu = plugin.cpu();
      long start = System.nanoTime();

      all(IntStream.range(0, MANY).mapToObj(i -> client.construct(engine, "n" + i)).toList());

      print(
          MANY + " Constructs at once, children take 3 s",
          millisSince(start)
              + " ms wall, "
              + plugin.cpu().minus(cpu).toMillis()
              + " ms CPU in the plugin, cold");
    }
  }

  @Test
  void descriptors() throws Exception {
    try (var engine = new FakeEngine();
        var plugin = start(engine.address());
        var client = new Client(plugin)) {
      client.construct(engine, "warm-up").get();
      long before = plugin.descriptors();

      for (int run = 0; run < 10; run++) {
        try (var other = new FakeEngine()) {
          all(IntStream.range(0, 5).mapToObj(i -> client.construct(other, "n" + i)).toList());
        }
      }

      long most = plugin.descriptors();
      Eventually.within(Duration.ofSeconds(40), () -> plugin.descriptors() <= before);
      print(
          "file descriptors, 50 Constructs in 10 runs",
          before + " before, " + most + " at the end, " + plugin.descriptors() + " later");
    }
  }

  @Test
  void cancel() throws Exception {
    var times = new ArrayList<Long>();
    for (int i = 0; i < 5; i++) {
      try (var engine = new FakeEngine();
          var plugin = start(engine.address());
          var client = new Client(plugin)) {
        engine.delayChildren(Duration.ofMinutes(5));
        var pending = client.construct(engine, "pending");
        Eventually.within(Duration.ofSeconds(20), () -> !engine.children().isEmpty());
        long start = System.nanoTime();
        var cancelled = client.provider.cancel(Empty.getDefaultInstance());
        try {
          pending.get();
        } catch (ExecutionException e) {
          times.add(millisSince(start));
        }
        cancelled.get();
      }
    }
    print("pending Construct ended after Cancel", "median " + median(times) + " ms");
  }

  @Test
  void memory() throws Exception {
    try (var engine = new FakeEngine();
        var plugin = start(engine.address());
        var client = new Client(plugin)) {
      long idle = plugin.residentKilobytes();
      var cpu = plugin.cpu();
      long start = System.nanoTime();
      for (int batch = 0; batch < TOTAL / MANY; batch++) {
        var prefix = "b" + batch + "-";
        all(IntStream.range(0, MANY).mapToObj(i -> client.construct(engine, prefix + i)).toList());
      }
      print(
          TOTAL + " Constructs",
          millisSince(start)
              + " ms wall, "
              + plugin.cpu().minus(cpu).toMillis()
              + " ms CPU, resident "
              + idle / 1024
              + " MB idle, "
              + plugin.residentKilobytes() / 1024
              + " MB after");
    }
  }

  private static PluginProcess start(String... arguments) throws Exception {
    return PluginProcess.of(List.of(LAUNCHER.toString()), arguments);
  }

  private static void all(List<ListenableFuture<ConstructResponse>> answers) throws Exception {
    for (var answer : answers) {
      assertThat(answer.get().getUrn()).isNotEmpty();
    }
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private static void print(String what, String figure) {
    System.out.println("bench: " + what + ": " + figure);
  }

  private static final class Client implements AutoCloseable {
    private final ManagedChannel channel;
    private final ResourceProviderFutureStub provider;

    Client(PluginProcess plugin) {
      channel = NettyChannelBuilder.forAddress("127.0.0.1", plugin.port()).usePlaintext().build();
      provider = ResourceProviderGrpc.newFutureStub(channel);
    }

    ListenableFuture<ConstructResponse> construct(FakeEngine engine, String name) {
      return provider.construct(
          ConstructRequest.newBuilder()
              .setMonitorEndpoint(engine.address())
              .setType(Fixture.ATTACHMENT)
              .setName(name)
              .setInputs(Wired.struct(Fixture.VM_LAN))
              .build());
    }

    @Override
    public void close() {
      channel.shutdownNow();
    }
  }
}
