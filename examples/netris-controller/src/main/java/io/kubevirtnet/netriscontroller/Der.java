package io.kubevirtnet.netriscontroller;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** As much of the encoding of certificates as a certificate needs. */
final class Der {
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return tagged(0x31, parts);
  }

  static byte[] integer(BigInteger value) {
    return tagged(0x02, value.toByteArray());
  }

  static byte[] octets(byte[] content) {
    return tagged(0x04, content);
  }

  static byte[] bits(byte[] content) {
    return tagged(0x03, new byte[] {0}, content);
  }

  static byte[] yes() {
    return tagged(0x01, new byte[] {(byte) 0xff});
  }

  static byte[] text(String value) {
    return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Good until 2049. */
  static byte[] time(ZonedDateTime value) {
    String text = UTC.format(value.withZoneSameInstant(ZoneOffset.UTC));
    return tagged(0x17, text.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] oid(int... numbers) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(numbers[0] * 40 + numbers[1]);
    for (int number : Arrays.copyOfRange(numbers, 2, numbers.length)) {
      List<Integer> groups = new ArrayList<>(List.of(number & 0x7f));
      for (int rest = number >> 7; rest > 0; rest >>= 7) {
        groups.add(0, rest & 0x7f | 0x80);
      }
      groups.forEach(content::write);
    }
    return tagged(0x06, content.toByteArray());
  }

  static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    length(all, content.size());
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  private static void length(ByteArrayOutputStream out, int length) {
    if (length < 128) {
      out.write(length);
      return;
    }
    byte[] bytes = BigInteger.valueOf(length).toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    out.write(0x80 | bytes.length - from);
    out.write(bytes, from, bytes.length - from);
  }
}
