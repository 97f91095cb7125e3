package io.kubevirtnet.provider.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A style sheet or a script of our own, which stands in the document as it is. There is no way to
 * make one from anything but a resource of this program.
 */
public final class InlineSource implements Markup {
  private final String source;

  private InlineSource(String source) {
    if (source.contains("</")) {
      throw new IllegalArgumentException("would end its element");
    }
    this.source = source;
  }

  /** The resources beside the class, one after the other. */
  public static InlineSource of(Class<?> beside, String... names) {
    var source = new StringBuilder();
    for (var name : names) {
      try (InputStream in = beside.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalArgumentException("no resource " + name);
        }
        source.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new InlineSource(source.toString());
  }

  /** What a content security policy allows it by. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void writeTo(StringBuilder out) {
    out.append(source);
  }
}
