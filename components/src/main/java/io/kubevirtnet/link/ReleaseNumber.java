package io.kubevirtnet.link;

import java.util.Optional;

/** The first two numbers of a version: 1.9 of {@code v1.9.0-rc.1}. */
record ReleaseNumber(int major, int minor) {
  /** More digits than any release has. */
  private static final int TOO_LONG = 6;

  static Optional<ReleaseNumber> parse(String version) {
    var parts = (version.startsWith("v") ? version.substring(1) : version).split("[.+-]", -1);
    return parts.length > 1 && isNumber(parts[0]) && isNumber(parts[1])
        ? Optional.of(new ReleaseNumber(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
        : Optional.empty();
  }

  boolean isBefore(ReleaseNumber other) {
    return major < other.major || major == other.major && minor < other.minor;
  }

  private static boolean isNumber(String digits) {
    return !digits.isEmpty()
        && digits.length() < TOO_LONG
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
