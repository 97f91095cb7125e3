package io.kubevirtnet.provider.preview;

import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Pulumi's monitor and engine in one, on a port of the loopback interface; for previews only. */
public final class RecordingEngine implements AutoCloseable {
  private static final int MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

  static {
    // Netty would look for SLF4J, which prints on standard error that it has no backend.
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
  }

  private final Recording recording = new Recording();
  private final Server server;

  public RecordingEngine(String project, String stack) {
    this(project, stack, Answers.NONE);
  }

  /**
   * One that can answer.
   *
   * @param answers to calls of functions; all others are unanswered
   */
  public RecordingEngine(String project, String stack, Answers answers) {
    this(project, stack, answers, new ServerInterceptor[0]);
  }

  /** One that is disturbed. */
  RecordingEngine(
      String project, String stack, Answers answers, ServerInterceptor... disturbances) {
    var monitor = new MonitorService(new Urns(project, stack), recording, answers);
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .maxInboundMessageSize(MAX_MESSAGE_BYTES)
              .addService(ServerInterceptors.intercept(monitor, disturbances))
              .addService(new EngineService(recording))
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("no port on the loopback interface", e);
    }
  }

  /** For the program's settings, as monitor and as engine. */
  public String address() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getPort();
  }

  /** What was recorded until the program ended. */
  public Preview end(int exitCode) {
    return recording.end(exitCode);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
