package io.kubevirtnet.finding;

import java.util.List;

/** Long lists in sentences. */
public final class FirstFew {
  private FirstFew() {}

  /** {@code a, b and 3 more}, in the order given. */
  public static String of(List<String> texts, int most) {
    return of(texts, most, ", ");
  }

  public static String of(List<String> texts, int most, String between) {
    return texts.size() > most
        ? String.join(between, texts.subList(0, most)) + " and " + (texts.size() - most) + " more"
        : String.join(between, texts);
  }
}
