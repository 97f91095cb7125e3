package io.kubevirtnet.provider.report;

/** How long something may take, in words. */
final class WorstTime {
  private static final int MINUTE = 60;
  private static final int MINUTES_SHOWN = 120;

  private WorstTime() {}

  /** {@code about 6 min at worst}. */
  static String of(int seconds) {
    int minutes = (seconds + MINUTE - 1) / MINUTE;
    return minutes <= MINUTES_SHOWN
        ? "about " + minutes + " min at worst"
        : "about " + Count.of((minutes + MINUTE - 1) / MINUTE) + " h at worst";
  }
}
