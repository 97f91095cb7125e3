package io.kubevirtnet.cni;

/** Releases of containernetworking/plugins, {@code 1.6.0}. */
final class Releases {
  private Releases() {}

  static boolean isBefore(String release, String other) {
    var a = release.replaceFirst("^v", "").split("\\.");
    var b = other.split("\\.");
    for (int i = 0; i < b.length; i++) {
      int left = i < a.length ? number(a[i]) : 0;
      int right = number(b[i]);
      if (left != right) {
        return left < right;
      }
    }
    return false;
  }

  private static int number(String part) {
    var digits = part.replaceFirst("\\D.*", "");
    return digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits);
  }
}
