package io.kubevirtnet.e2e.life;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.LogRequest;

/** The part of an engine that plugins talk to: takes down what they say. */
final class MessageDesk extends EngineImplBase implements AutoCloseable {
  private final List<Line> lines = new ArrayList<>();
  private final Server server;

  MessageDesk() {
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .addService(this)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One message.
   *
   * @param severity in lower case
   * @param passing a progress line, that the next one replaces
   */
  record Line(String severity, boolean passing, String text) {}

  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  /** What was said since the last time that this was asked. */
  synchronized List<Line> take() {
    List<Line> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  /** What was said since {@link #take}. */
  synchronized List<Line> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void log(LogRequest request, StreamObserver<Empty> observer) {
    synchronized (this) {
      lines.add(
          new Line(
              request.getSeverity().name().toLowerCase(Locale.ROOT),
              request.getEphemeral(),
              request.getMessage()));
    }
    observer.onNext(Empty.getDefaultInstance());
    observer.onCompleted();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
