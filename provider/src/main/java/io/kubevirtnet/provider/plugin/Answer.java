package io.kubevirtnet.provider.plugin;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends a call of the engine, one way or the other. */
final class Answer {
  private Answer() {}

  static <T> void send(
      StreamObserver<T> observer, @Nullable T answer, @Nullable Throwable problem) {
    if (problem != null) {
      observer.onError(Refusal.of(problem));
    } else if (answer != null) {
      observer.onNext(answer);
      observer.onCompleted();
    }
  }

  /** With what is there at once. */
  static <T> void now(StreamObserver<T> observer, Supplier<T> answer) {
    later(observer, () -> CompletableFuture.completedFuture(answer.get()));
  }

  static <T> void later(StreamObserver<T> observer, Supplier<CompletableFuture<T>> answer) {
    var unused = started(answer).whenComplete((value, problem) -> send(observer, value, problem));
  }

  /** What is thrown at the start counts as what is thrown later. */
  static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
