package io.kubevirtnet.provider.plugin;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running plugin: the service on a loopback port, and its connections to engines. */
final class Plugin implements AutoCloseable {
  /** Where engines look, whichever family this JVM prefers. */
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private static final Duration LINGER = Duration.ofSeconds(20);

  private final EventLoopGroup loops;
  private final Channels channels;
  private final Server server;

  private Plugin(EventLoopGroup loops, Channels channels, Server server) {
    this.loops = loops;
    this.channels = channels;
    this.server = server;
  }

  static Plugin start(Optional<String> engine) throws IOException {
    return start(engine, CustomResources.all(), Functions.all(), LINGER);
  }

  /**
   * @param linger how long a connection that nobody uses stays open
   */
  static Plugin start(
      Optional<String> engine, CustomResources resources, Functions functions, Duration linger)
      throws IOException {
    var loops = new NioEventLoopGroup(2);
    var channels = new Channels(loops, linger);
    var server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0))
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .channelType(NioServerSocketChannel.class)
            .maxInboundMessageSize(Channels.MAX_MESSAGE_BYTES)
            .addService(new ProviderService(channels, resources, functions, engine))
            .build()
            .start();
    return new Plugin(loops, channels, server);
  }

  int port() {
    return server.getPort();
  }

  /** Ends the process of this plugin when the engine, or what stands for it, is gone. */
  void endWith(String engine, Optional<ProcessHandle> parent) {
    EngineWatch.start(channels.lease(engine).channel(), parent, loops, () -> System.exit(0));
  }

  void await() throws InterruptedException {
    server.awaitTermination();
  }

  @Override
  public void close() {
    server.shutdownNow();
    channels.close();
    var unused = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
