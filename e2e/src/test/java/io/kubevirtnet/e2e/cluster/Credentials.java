package io.kubevirtnet.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/** Throw-away keys and an administrator's token for one API server. */
record Credentials(String token, Path tokenFile, Path privateKey, Path publicKey) {
  private static final int KEY_BITS = 2048;
  private static final int PEM_WIDTH = 64;

  static Credentials writeTo(Path folder) throws IOException {
    String token = UUID.randomUUID().toString();
    KeyPair pair = serviceAccountKeys();
    return new Credentials(
        token,
        Files.writeString(
            folder.resolve("tokens.csv"), token + ",admin,admin,\"system:masters\"\n"),
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
