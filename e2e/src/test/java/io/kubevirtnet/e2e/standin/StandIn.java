package io.kubevirtnet.e2e.standin;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The plugin process: prints its port, serves the engine, and ends when the engine is gone. */
public final class StandIn {
  /** Environment variable with the process ID of the engine. */
  public static final String ENGINE = "KUBEVIRTNET_STANDIN_ENGINE";

  private static final int MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

  private StandIn() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    // SLF4J without a binding complains on stderr, which the engine shows to the user.
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .addService(new KubernetesProvider(System.getenv()))
            .build()
            .start();
    System.out.println(server.getPort());
    System.out.flush();
    endWith(engine());
    server.awaitTermination();
  }

  /**
   * The launcher tells who started it: an engine that is killed while this JVM starts is no longer
   * the parent when it could be asked for.
   */
  private static Optional<ProcessHandle> engine() {
    return Optional.ofNullable(System.getenv(ENGINE))
        .map(Long::valueOf)
        .filter(pid -> pid > 1)
        .flatMap(ProcessHandle::of);
  }

  /** A killed engine cannot stop its plugins. */
  private static void endWith(Optional<ProcessHandle> engine) {
    if (engine.isEmpty()) {
      Runtime.getRuntime().halt(0);
    }
    engine.get().onExit().thenRun(() -> Runtime.getRuntime().halt(0));
  }
}
