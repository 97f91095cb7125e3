package io.kubevirtnet.e2e.netris;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A password that must not get out, in all the shapes in which it could.
 *
 * @param text long enough that no part of its shapes is there by chance
 */
record Canary(String text) {

  /** Itself, and in Base64 wherever it begins in what was encoded. */
  List<String> shapes() {
    List<String> shapes = new ArrayList<>(List.of(text));
    for (int before = 0; before < 3; before++) {
      byte[] bytes = ("x".repeat(before) + text).getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
      // The first and the last characters hold bits of the neighbours, too.
      shapes.add(encoded.substring(before == 0 ? 0 : 4, encoded.length() - 3));
    }
    return List.copyOf(shapes);
  }

  /** Those of its shapes that a text has. */
  List<String> in(String text) {
    return shapes().stream().filter(text::contains).toList();
  }
}
