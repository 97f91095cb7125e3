package io.kubevirtnet.netriscontroller;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The modes that are on, each with its number; 0 for those that take none.
 *
 * <pre>{@code
 * Modes.of(Mode.HTML).and(Mode.SLOW, 500)
 * Modes.parse(List.of("html", "slow=500"))
 * }</pre>
 */
public record Modes(Map<Mode, Integer> numbers) {
  /** A controller that does everything right. */
  public static final Modes NONE = new Modes(Map.of());

  public Modes {
    EnumMap<Mode, Integer> sorted = new EnumMap<>(Mode.class);
    sorted.putAll(numbers);
    numbers = Collections.unmodifiableMap(sorted);
  }

  public static Modes of(Mode... modes) {
    Modes all = NONE;
    for (Mode mode : modes) {
      all = all.and(mode, mode.standard().orElse(0));
    }
    return all;
  }

  /** With one more. */
  public Modes and(Mode mode, int number) {
    EnumMap<Mode, Integer> more = new EnumMap<>(Mode.class);
    more.putAll(numbers);
    more.put(mode, number);
    return new Modes(more);
  }

  /**
   * From names, some with {@code =} and a number.
   *
   * @throws IllegalArgumentException for a name that is none, with those that are
   */
  public static Modes parse(List<String> texts) {
    Modes all = NONE;
    for (String text : texts) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      Mode mode =
          Mode.of(name)
              .orElseThrow(
                  () -> new IllegalArgumentException("no mode is called " + name + "; " + known()));
      all = all.and(mode, equals < 0 ? mode.standard().orElse(0) : number(mode, text, equals));
    }
    return all;
  }

  /** Names as {@link #parse} reads them. */
  public List<String> texts() {
    return numbers.keySet().stream()
        .map(m -> m.standard().isEmpty() ? m.text() : m.text() + "=" + numbers.get(m))
        .toList();
  }

  boolean has(Mode mode) {
    return numbers.containsKey(mode);
  }

  Optional<Integer> number(Mode mode) {
    return Optional.ofNullable(numbers.get(mode));
  }

  private static int number(Mode mode, String text, int equals) {
    if (mode.standard().isEmpty()) {
      throw new IllegalArgumentException(mode.text() + " takes no number");
    }
    try {
      return Integer.parseInt(text.substring(equals + 1));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(text + " does not end in a number", e);
    }
  }

  private static String known() {
    return "there are " + String.join(", ", Arrays.stream(Mode.values()).map(Mode::text).toList());
  }
}
