package io.kubevirtnet.e2e.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first line and the headers of an HTTP/1.1 message. */
record Message(String firstLine, List<String> headers) {
  private static final int MAX_LINE = 64 * 1024;

  /** Nothing when the other side has ended the connection in between. */
  static Optional<Message> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<String> headers = new ArrayList<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      headers.add(header);
    }
    return Optional.of(new Message(first, List.copyOf(headers)));
  }

  Optional<String> header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(header -> header.substring(prefix.length()).trim())
        .findFirst();
  }

  boolean has(String name, String value) {
    return header(name).filter(found -> found.toLowerCase(Locale.ROOT).contains(value)).isPresent();
  }

  Message without(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return new Message(
        firstLine,
        headers.stream()
            .filter(header -> !header.toLowerCase(Locale.ROOT).startsWith(prefix))
            .toList());
  }

  Message with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new Message(firstLine, List.copyOf(more));
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder(firstLine).append("\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The body of a request: of a known length, or in chunks that are put together. */
  byte[] body(InputStream in) throws IOException {
    Optional<String> length = header("Content-Length");
    if (length.isPresent()) {
      return exactly(in, Integer.parseInt(length.get()));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (has("Transfer-Encoding", "chunked")) {
      int size;
      do {
        size = Integer.parseInt(line(in).split(";", 2)[0].trim(), 16);
        body.write(exactly(in, size));
        line(in);
      } while (size > 0);
    }
    return body.toByteArray();
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Byte by byte, so that nothing of the body is lost; the streams below are buffered. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
      if (line.size() > MAX_LINE) {
        throw new IOException("a line of more than " + MAX_LINE + " bytes");
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
