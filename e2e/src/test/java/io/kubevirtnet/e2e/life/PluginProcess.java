package io.kubevirtnet.e2e.life;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** The built plugin as the engine starts it, in a process of its own that can be killed. */
final class PluginProcess implements AutoCloseable {
  /** Nothing that a test does takes so long; who hangs is found out by it. */
  private static final int LIMIT_SECONDS = 90;

  private final Process process;
  private final ManagedChannel channel;

  private PluginProcess(Process process, int port) {
    this.process = process;
    this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  static Path folder() {
    return E2eFolder.path("../provider/target/kubevirtnet/bin");
  }

  /**
   * Starts and configures one.
   *
   * @param engine where it sends its messages
   */
  static PluginProcess start(String engine, Path kubeconfig) {
    try {
      Process process =
          new ProcessBuilder(folder().resolve("pulumi-resource-kubevirtnet").toString(), engine)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      PluginProcess plugin = new PluginProcess(process, Integer.parseInt(out.readLine().trim()));
      plugin.configure(kubeconfig);
      return plugin;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void configure(Path kubeconfig) {
    Struct args =
        Struct.newBuilder()
            .putFields(
                "kubeconfig", Value.newBuilder().setStringValue(kubeconfig.toString()).build())
            .build();
    calls()
        .configure(
            ConfigureRequest.newBuilder()
                .setArgs(args)
                .setAcceptSecrets(true)
                .setAcceptResources(true)
                .build());
  }

  /** Calls of the engine; each has to end in time. */
  ResourceProviderBlockingStub calls() {
    return ResourceProviderGrpc.newBlockingStub(channel)
        .withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** What the engine says when its user presses Ctrl-C. */
  void cancel() {
    calls().cancel(Empty.getDefaultInstance());
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    channel.shutdownNow();
    kill();
  }
}
