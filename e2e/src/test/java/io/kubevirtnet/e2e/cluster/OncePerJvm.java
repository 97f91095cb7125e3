package io.kubevirtnet.e2e.cluster;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made at first use and closed when the JVM ends. A first use that fails (a
 * missing tool skips the test) leaves nothing behind, so that the next one says the same.
 */
public final class OncePerJvm<T extends AutoCloseable> {
  private final Supplier<T> source;
  private Optional<T> made = Optional.empty();

  public OncePerJvm(Supplier<T> source) {
    this.source = source;
  }

  public synchronized T get() {
    if (made.isEmpty()) {
      T value = source.get();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(value), "close at exit"));
      made = Optional.of(value);
    }
    return made.get();
  }

  private static void close(AutoCloseable value) {
    try {
      value.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
