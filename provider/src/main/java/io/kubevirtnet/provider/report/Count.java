package io.kubevirtnet.provider.report;

import java.util.Locale;

/** A number with its noun. */
public final class Count {
  private Count() {}

  public static String of(long number, String noun) {
    return of(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code 1,234}. */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
