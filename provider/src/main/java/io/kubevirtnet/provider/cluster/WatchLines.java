package io.kubevirtnet.provider.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The lines of a body that does not end; more of it is asked for when all were taken. */
final class WatchLines implements AsyncBody.Consumer<List<ByteBuffer>> {
  private final Deque<byte[]> lines = new ArrayDeque<>();
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private Optional<CompletableFuture<Optional<byte[]>>> waiting = Optional.empty();
  private Optional<AsyncBody> paused = Optional.empty();
  private Optional<CompletableFuture<Optional<byte[]>>> end = Optional.empty();

  @Override
  public synchronized void consume(List<ByteBuffer> pieces, AsyncBody body) {
    for (var piece : pieces) {
      while (piece.hasRemaining()) {
        byte b = piece.get();
        if (b == '\n') {
          lines.add(partial.toByteArray());
          partial.reset();
        } else {
          partial.write(b);
        }
      }
    }
    paused = Optional.of(body);
    deliver();
  }

  /** The body is there; nothing of it comes before it is asked for. */
  synchronized void begin(AsyncBody body) {
    paused = Optional.of(body);
    deliver();
  }

  /** Nothing more comes. */
  void end(Optional<Throwable> failure) {
    var ended = new CompletableFuture<Optional<byte[]>>();
    failure.ifPresentOrElse(ended::completeExceptionally, () -> ended.complete(Optional.empty()));
    synchronized (this) {
      if (partial.size() > 0) {
        lines.add(partial.toByteArray());
        partial.reset();
      }
      end = Optional.of(ended);
      deliver();
    }
  }

  /** The next line, or empty at the end. One at a time. */
  synchronized CompletableFuture<Optional<byte[]>> next() {
    var future = new CompletableFuture<Optional<byte[]>>();
    waiting = Optional.of(future);
    deliver();
    return future;
  }

  private void deliver() {
    if (waiting.isEmpty()) {
      return;
    }
    var future = waiting.get();
    if (!lines.isEmpty()) {
      waiting = Optional.empty();
      future.complete(Optional.of(lines.poll()));
    } else if (end.isPresent()) {
      waiting = Optional.empty();
      end.get()
          .whenComplete(
              (line, failure) -> {
                if (failure == null) {
                  future.complete(line);
                } else {
                  future.completeExceptionally(failure);
                }
              });
    } else if (paused.isPresent()) {
      var body = paused.get();
      paused = Optional.empty();
      body.consume();
    }
  }
}
