package io.kubevirtnet.provider.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads what a program prints, so that it never waits for a reader, and keeps the end of it. */
final class ProgramOutput implements AutoCloseable {
  private static final int KEPT_BYTES = 64 * 1024;
  private static final long PATIENCE_MILLIS = 2_000;

  private final Thread reader;
  private byte[] kept = {};

  ProgramOutput(InputStream in) {
    reader = new Thread(() -> read(in), "program output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream in) {
    var buffer = new byte[8 * 1024];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        add(buffer, n);
      }
    } catch (IOException e) {
      // The program is gone, and with it the rest of its output.
    }
  }

  private synchronized void add(byte[] more, int n) {
    int from = Math.max(0, kept.length + n - KEPT_BYTES);
    var joined = Arrays.copyOf(kept, kept.length + n);
    System.arraycopy(more, 0, joined, kept.length, n);
    kept = Arrays.copyOfRange(joined, from, joined.length);
  }

  /** All of it, once the program has ended, without SLF4J's remark that it has no backend. */
  String text() {
    close();
    synchronized (this) {
      return new String(kept, Charset.defaultCharset())
          .lines()
          .filter(line -> !line.startsWith("SLF4J: "))
          .collect(Collectors.joining("\n"));
    }
  }

  @Override
  public void close() {
    try {
      reader.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
