package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import java.util.HexFormat;
import java.util.Random;

/** The name of an object that the program gave none. */
final class Naming {
  private static final String AUTONAMED = "pulumi.com/autonamed";
  private static final int SUFFIX_BYTES = 4;

  private Naming() {}

  /**
   * An autonamed object keeps its name; a new one gets {@code <resource>-<8 hex>}, the same in
   * preview and up.
   */
  static void complete(ObjectNode inputs, ObjectNode oldInputs, String resource, ByteString seed) {
    ObjectNode metadata = inputs.withObjectProperty("metadata");
    if (!metadata.path("name").asText().isEmpty() || Marks.hasUnknown(metadata.path("name"))) {
      return;
    }
    String old = oldInputs.at("/metadata/name").asText();
    boolean keeps =
        !old.isEmpty()
            && oldInputs
                .path("metadata")
                .path("annotations")
                .path(AUTONAMED)
                .asText()
                .equals("true");
    metadata.put("name", keeps ? old : resource + "-" + suffix(seed));
    metadata.withObjectProperty("annotations").put(AUTONAMED, "true");
  }

  static boolean isAutonamed(ObjectNode inputs) {
    return inputs.path("metadata").path("annotations").has(AUTONAMED);
  }

  private static String suffix(ByteString seed) {
    byte[] bytes = new byte[SUFFIX_BYTES];
    if (seed.size() >= SUFFIX_BYTES) {
      seed.copyTo(bytes, 0, 0, SUFFIX_BYTES);
    } else {
      new Random().nextBytes(bytes);
    }
    return HexFormat.of().formatHex(bytes);
  }
}
