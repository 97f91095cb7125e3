package io.kubevirtnet.cni;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A version of the CNI specification, as libcni reads one to compare it. */
final class SpecVersion {
  private static final String[] PARTS = {"major", "minor", "micro"};

  private SpecVersion() {}

  /** Why libcni can not read it, in its words. */
  static Optional<String> problem(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var parts = text.split("\\.", -1);
    if (parts.length > PARTS.length) {
      return Optional.of("invalid version \"" + text + "\": too many parts");
    }
    for (int i = 0; i < parts.length; i++) {
      if (!isNumber(parts[i])) {
        return Optional.of(
            "failed to convert "
                + PARTS[i]
                + " version part \""
                + parts[i]
                + "\": strconv.Atoi: parsing \""
                + parts[i]
                + "\": invalid syntax");
      }
    }
    return Optional.empty();
  }

  /** The highest of those that libcni itself knows, as it chooses from a list. */
  static Optional<String> chosen(List<String> versions) {
    var readable = new ArrayList<String>();
    versions.stream()
        .filter(v -> problem(v).isEmpty() && compare(v, "1.1.0") <= 0)
        .forEach(readable::add);
    return readable.stream().max(SpecVersion::compare);
  }

  static int compare(String left, String right) {
    var a = numbers(left);
    var b = numbers(right);
    for (int i = 0; i < PARTS.length; i++) {
      if (a[i] != b[i]) {
        return Integer.compare(a[i], b[i]);
      }
    }
    return 0;
  }

  private static int[] numbers(String version) {
    var numbers = new int[PARTS.length];
    var parts = (version.isEmpty() ? "0.1.0" : version).split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i]);
    }
    return numbers;
  }

  private static boolean isNumber(String part) {
    int start = part.startsWith("-") || part.startsWith("+") ? 1 : 0;
    return part.length() > start
        && part.length() < 9
        && part.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
  }
}
