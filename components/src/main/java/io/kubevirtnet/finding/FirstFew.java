package io.kubevirtnet.finding;

import java.util.List;
import java.util.Locale;

/** Long lists in sentences. */
public final class FirstFew {
  private FirstFew() {}

  /** {@code a, b and 3 more}, in the order given. */
  public static String of(List<String> texts, int most) {
    return of(texts, most, ", ");
  }

  public static String of(List<String> texts, int most, String between) {
    return texts.size() > most
        ? String.format(
            Locale.ROOT,
            "%s and %,d more",
            String.join(between, texts.subList(0, most)),
            texts.size() - most)
        : String.join(between, texts);
  }
}
