package io.kubevirtnet.provider.plugin;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Provider.ConstructResponse;

/** The Constructs under way. A cancelled plugin ends them and takes no new ones. */
final class Constructs {
  private final Set<Pending> pending = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  /** How one is worked on; its own calls run in the context and end with it. */
  @FunctionalInterface
  interface Work {
    CompletableFuture<ConstructResponse> start(Context context);
  }

  private record Pending(CompletableFuture<ConstructResponse> answer, CancellableContext context) {
    void cancel() {
      answer.completeExceptionally(Refusal.cancelled());
      context.cancel(Refusal.cancelled());
    }
  }

  void run(Work work, StreamObserver<ConstructResponse> observer) {
    var one = new Pending(new CompletableFuture<>(), Context.current().fork().withCancellation());
    ((ServerCallStreamObserver<ConstructResponse>) observer).setOnCancelHandler(one::cancel);
    pending.add(one);
    var unused =
        one.answer()
            .whenComplete(
                (answer, problem) -> {
                  pending.remove(one);
                  one.context().cancel(null);
                  Answer.send(observer, answer, problem);
                });
    if (cancelled) {
      one.cancel();
      return;
    }
    start(work, one);
  }

  private static void start(Work work, Pending one) {
    var unused =
        Answer.started(() -> work.start(one.context()))
            .whenComplete(
                (answer, problem) -> {
                  if (problem == null) {
                    one.answer().complete(answer);
                  } else {
                    one.answer().completeExceptionally(problem);
                  }
                });
  }

  void cancel() {
    cancelled = true;
    pending.forEach(Pending::cancel);
  }
}
