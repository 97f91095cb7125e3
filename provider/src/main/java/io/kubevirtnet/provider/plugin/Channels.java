package io.kubevirtnet.provider.plugin;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One connection per address, shared by all who talk to it at the same time. It is closed a while
 * after the last of them is done, since the next component of a run mostly follows at once.
 */
final class Channels implements AutoCloseable {
  /** What the engine itself allows for one message. */
  static final int MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

  private final EventLoopGroup loops;
  private final Duration linger;
  private final Map<String, Shared> open = new HashMap<>();

  Channels(EventLoopGroup loops, Duration linger) {
    this.loops = loops;
    this.linger = linger;
  }

  private static final class Shared {
    private final ManagedChannel channel;
    private int users;
    private long lastUse;

    Shared(ManagedChannel channel) {
      this.channel = channel;
    }
  }

  /** The use of a channel, to be closed exactly once. */
  final class Lease implements AutoCloseable {
    private final String address;
    private final ManagedChannel channel;

    private Lease(String address, ManagedChannel channel) {
      this.address = address;
      this.channel = channel;
    }

    ManagedChannel channel() {
      return channel;
    }

    @Override
    public void close() {
      release(address);
    }
  }

  synchronized Lease lease(String address) {
    var shared = open.computeIfAbsent(address, a -> new Shared(connect(a)));
    shared.users++;
    shared.lastUse++;
    return new Lease(address, shared.channel);
  }

  private ManagedChannel connect(String address) {
    return NettyChannelBuilder.forTarget(address)
        .usePlaintext()
        .eventLoopGroup(loops)
        .channelType(NioSocketChannel.class)
        .directExecutor()
        .proxyDetector((SocketAddress engine) -> null)
        .maxInboundMessageSize(MAX_MESSAGE_BYTES)
        .build();
  }

  private synchronized void release(String address) {
    var shared = open.get(address);
    if (shared == null || --shared.users > 0) {
      return;
    }
    long use = shared.lastUse;
    var unused =
        loops.schedule(() -> closeIdle(address, use), linger.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void closeIdle(String address, long use) {
    var shared = open.get(address);
    if (shared != null && shared.users == 0 && shared.lastUse == use) {
      open.remove(address);
      shared.channel.shutdown();
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(shared -> shared.channel.shutdownNow());
    open.clear();
  }
}
