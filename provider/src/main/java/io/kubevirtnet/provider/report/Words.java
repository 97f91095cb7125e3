package io.kubevirtnet.provider.report;

import io.kubevirtnet.value.WireEnum;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Choices as a document has them: what they are called there, or the constant's own words. */
final class Words {
  private Words() {}

  /** {@code taken-over} for {@code TAKEN_OVER}, where the choice has no wire text of its own. */
  static String of(Enum<?> choice) {
    return choice instanceof WireEnum e
        ? e.wire()
        : choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(c -> of(c).equals(word)).findFirst();
  }
}
