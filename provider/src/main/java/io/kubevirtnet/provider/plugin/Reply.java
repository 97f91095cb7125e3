package io.kubevirtnet.provider.plugin;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** The one answer to a call of ours; nobody waits for it in a thread. */
final class Reply<T> extends CompletableFuture<T> implements StreamObserver<T> {
  @Override
  public void onNext(T value) {
    complete(value);
  }

  @Override
  public void onError(Throwable problem) {
    completeExceptionally(problem);
  }

  @Override
  public void onCompleted() {
    completeExceptionally(
        Status.INTERNAL.withDescription("ended without an answer").asRuntimeException());
  }
}
