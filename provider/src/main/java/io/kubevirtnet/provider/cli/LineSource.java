package io.kubevirtnet.provider.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a stream of any length. A line that is too long is read over and not kept. */
final class LineSource {
  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;

  LineSource(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * One line without its end.
   *
   * @param tooLong that it had more bytes than are kept; then it has none
   */
  record Line(byte[] bytes, boolean tooLong) {}

  /** Nothing at the end of the stream. */
  Optional<Line> next() throws IOException {
    if (at == end && !fill()) {
      return Optional.empty();
    }
    int newline = newline();
    if (newline >= 0) {
      return Optional.of(line(take(newline)));
    }
    var line = new ByteArrayOutputStream();
    boolean tooLong = false;
    do {
      newline = newline();
      var part = take(newline < 0 ? end : newline);
      tooLong = tooLong || line.size() + part.length > longest;
      if (!tooLong) {
        line.writeBytes(part);
      }
    } while (newline < 0 && fill());
    return Optional.of(tooLong ? new Line(new byte[0], true) : line(line.toByteArray()));
  }

  /** Whether the next line is not there yet, so that somebody may wait for what was said so far. */
  boolean wouldWait() throws IOException {
    return newline() < 0 && in.available() == 0;
  }

  private Line line(byte[] bytes) {
    return bytes.length > longest ? new Line(new byte[0], true) : new Line(bytes, false);
  }

  private byte[] take(int to) {
    var part = Arrays.copyOfRange(buffer, at, to);
    at = Math.min(end, to + 1);
    return part;
  }

  private int newline() {
    for (int i = at; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer);
    at = 0;
    end = Math.max(0, read);
    return read > 0;
  }
}
