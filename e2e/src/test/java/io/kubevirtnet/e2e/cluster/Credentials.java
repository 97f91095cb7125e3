package io.kubevirtnet.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/**
 * Throw-away keys and tokens for one API server.
 *
 * @param token of an administrator
 * @param guestToken of a user who may do what roles give him, and nothing by himself
 */
record Credentials(
    String token, String guestToken, Path tokenFile, Path privateKey, Path publicKey) {
  static final String GUEST = "guest";

  private static final int KEY_BITS = 2048;
  private static final int PEM_WIDTH = 64;

  static Credentials writeTo(Path folder) throws IOException {
    String token = UUID.randomUUID().toString();
    String guest = UUID.randomUUID().toString();
    KeyPair pair = serviceAccountKeys();
    return new Credentials(
        token,
        guest,
        Files.writeString(
            folder.resolve("tokens.csv"),
            "%s,admin,admin,\"system:masters\"\n%s,%s,%s\n".formatted(token, guest, GUEST, GUEST)),
        Files.writeString(
            folder.resolve("sa.key"), pem("PRIVATE KEY", pair.getPrivate().getEncoded())),
        Files.writeString(
            folder.resolve("sa.pub"), pem("PUBLIC KEY", pair.getPublic().getEncoded())));
  }

  private static KeyPair serviceAccountKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String type, byte[] content) {
    String text = Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, text, type);
  }
}
