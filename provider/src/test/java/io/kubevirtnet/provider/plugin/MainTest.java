package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.Empty;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pulumirpc.ResourceProviderGrpc;

@Timeout(90)
class MainTest {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

  @Test
  void printsItsPortAndNothingElse() throws Exception {
    try (var engine = new FakeEngine();
        var plugin =
            PluginProcess.of(
                PluginProcess.ofClasses(), "--logtostderr", "-v=9", engine.address())) {
      var channel =
          NettyChannelBuilder.forAddress("127.0.0.1", plugin.port()).usePlaintext().build();
      var provider = ResourceProviderGrpc.newBlockingStub(channel);
      assertThat(provider.getPluginInfo(Empty.getDefaultInstance()).getVersion()).isNotEmpty();
      channel.shutdownNow();

      plugin.process().toHandle().destroy();

      assertThat(plugin.restOfOutput()).isEmpty();
    }
  }

  @Test
  void endsWhenTheEngineIsGone() throws Exception {
    var engine = new FakeEngine();
    try (var plugin = PluginProcess.of(PluginProcess.ofClasses(), engine.address())) {
      assertThat(Eventually.within(GONE_WITHIN, () -> plugin.process().isAlive())).isTrue();
      Eventually.within(Duration.ofSeconds(2), () -> false);
      assertThat(plugin.process().isAlive()).isTrue();

      engine.close();

      assertThat(plugin.process().waitFor(GONE_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void endsWithTheProcessThatStartedIt() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    var pidFile = Files.createTempFile("plugin", ".pid");
    var shell =
        new ArrayList<>(
            List.of("/bin/sh", "-c", "\"$@\" & echo $! > '" + pidFile + "'; wait", "sh"));
    shell.addAll(PluginProcess.ofClasses());
    try (var engine = new FakeEngine();
        var plugin = PluginProcess.of(shell, engine.address())) {
      var pid = Long.parseLong(Files.readString(pidFile).strip());
      var handle = ProcessHandle.of(pid).orElseThrow();

      plugin.process().destroyForcibly();

      assertThat(Eventually.within(GONE_WITHIN, () -> !handle.isAlive())).isTrue();
    } finally {
      Files.deleteIfExists(pidFile);
    }
  }

  @Test
  void staysWithoutAnEngineToAttachTo() throws Exception {
    try (var plugin = PluginProcess.of(PluginProcess.ofClasses())) {
      assertThat(plugin.port()).isPositive();
      assertThat(plugin.process().isAlive()).isTrue();
    }
  }
}
