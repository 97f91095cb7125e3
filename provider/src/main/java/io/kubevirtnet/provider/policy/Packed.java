package io.kubevirtnet.provider.policy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A journal as one annotation, so that it survives a run that was killed before it could say. */
final class Packed {
  /** The API server takes 256 KiB of annotations in all. */
  private static final int MAX_CHARS = 160 * 1024;

  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final JsonMapper JSON = new JsonMapper();

  private Packed() {}

  /** Nothing when there is too much of it; the captures of the policy have to do then. */
  static Optional<String> pack(Journal journal) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      JSON.writeValue(zip, journal.tree().plain());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(Base64.getEncoder().encodeToString(bytes.toByteArray()))
        .filter(text -> text.length() <= MAX_CHARS);
  }

  /** None when somebody has changed it so that it can not be read any more. */
  static Journal unpack(String text) {
    try (var zip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      return Tree.of(JSON.readValue(zip.readNBytes(MAX_BYTES), Object.class)) instanceof Fields f
          ? Journal.read(f)
          : Journal.NONE;
    } catch (IOException | IllegalArgumentException e) {
      return Journal.NONE;
    }
  }
}
