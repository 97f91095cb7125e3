package io.kubevirtnet.provider.netris;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of an answer, which ends with {@link TooLarge} where it is larger than it may be. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private final int limit;
  private Optional<Subscription> source = Optional.empty();
  private long size;

  LimitedBody(int limit) {
    this.limit = limit;
  }

  /** Somebody answers without an end. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    source = Optional.of(subscription);
    whole.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    if (size > limit) {
      return;
    }
    size += pieces.stream().mapToLong(ByteBuffer::remaining).sum();
    if (size > limit) {
      source.ifPresent(Subscription::cancel);
      whole.onError(new TooLarge());
    } else {
      whole.onNext(pieces);
    }
  }

  @Override
  public void onError(Throwable problem) {
    whole.onError(problem);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
