package io.kubevirtnet.provider.plugin;

import com.google.protobuf.Empty;
import io.grpc.Channel;
import io.grpc.Context;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineGrpc.EngineStub;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;

/** What the engine prints to its user, on the resource that it is about. */
final class EngineLog {
  private final Optional<EngineStub> stub;
  private final Context context;

  /**
   * @param channel to the engine; without one nothing is printed
   */
  EngineLog(Optional<? extends Channel> channel, Context context) {
    this.stub = channel.map(EngineGrpc::newStub);
    this.context = context;
  }

  /**
   * One line.
   *
   * @param ephemeral the next one takes its place where the engine shows progress
   */
  record Line(LogSeverity severity, String text, boolean ephemeral) {
    Line(LogSeverity severity, String text) {
      this(severity, text, false);
    }
  }

  /** One after the other, so that the order stays; a line that gets lost is no reason to fail. */
  CompletableFuture<Void> print(String urn, List<Line> lines) {
    return stub.map(engine -> print(engine, urn, new ArrayDeque<>(lines)))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private CompletableFuture<Void> print(EngineStub engine, String urn, Queue<Line> lines) {
    var line = lines.poll();
    if (line == null) {
      return CompletableFuture.completedFuture(null);
    }
    var reply = new Reply<Empty>();
    var request =
        LogRequest.newBuilder()
            .setSeverity(line.severity())
            .setUrn(urn)
            .setMessage(line.text())
            .setEphemeral(line.ephemeral())
            .build();
    context.run(() -> engine.log(request, reply));
    return reply.handle((done, problem) -> done).thenCompose(done -> print(engine, urn, lines));
  }
}
