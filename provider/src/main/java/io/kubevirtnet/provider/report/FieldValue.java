package io.kubevirtnet.provider.report;

/** A value as it stands in a line. */
final class FieldValue {
  private static final int LONGEST = 300;

  private FieldValue() {}

  /** Not more of it than one can compare by eye. */
  static String of(String value) {
    return value.length() <= LONGEST
        ? value
        : Excerpt.of(value, LONGEST) + " (" + Count.of(value.length()) + " characters)";
  }
}
