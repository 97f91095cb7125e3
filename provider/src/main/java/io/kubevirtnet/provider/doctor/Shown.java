package io.kubevirtnet.provider.doctor;

import java.util.Collection;
import java.util.stream.Collectors;

/** What others wrote, as it fits into a sentence. */
final class Shown {
  private static final int NAMES = 5;
  private static final int LONGEST = 300;

  private Shown() {}

  /** {@code w1, w2 and 3 more} */
  static String names(Collection<String> names) {
    var first = names.stream().limit(NAMES).collect(Collectors.joining(", "));
    return names.size() > NAMES ? first + " and " + (names.size() - NAMES) + " more" : first;
  }

  /** {@code 1 node}, {@code 2 nodes} */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** One line without a period at its end. */
  static String said(String message) {
    var line = message.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
    var cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    return cut.replaceFirst("\\.+$", "");
  }

  /** {@code : the message}, or nothing when there is none. */
  static String because(String message) {
    var said = said(message);
    return said.isEmpty() ? "" : ": " + said;
  }
}
