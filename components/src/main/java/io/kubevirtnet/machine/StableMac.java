package io.kubevirtnet.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * A MAC address that is always the same: {@code 02} for a unicast address that is locally
 * administered, then the first five octets of the SHA-256 of {@code namespace/name/network}.
 * Machines that exist depend on it, so it must never change.
 */
final class StableMac {
  private static final int OCTETS = 5;

  private StableMac() {}

  static String of(String namespace, String machine, String network) {
    var digest = sha256(namespace + "/" + machine + "/" + network);
    var mac = new StringBuilder("02");
    for (int i = 0; i < OCTETS; i++) {
      mac.append(String.format(Locale.ROOT, ":%02x", digest[i]));
    }
    return mac.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
