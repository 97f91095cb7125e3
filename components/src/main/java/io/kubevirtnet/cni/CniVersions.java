package io.kubevirtnet.cni;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions of the CNI specification that a plugin takes, oldest first; only these texts. */
record CniVersions(List<String> known) {
  private static final List<String> KNOWN =
      List.of("0.1.0", "0.2.0", "0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0");

  static final CniVersions ALL = new CniVersions(KNOWN);

  /** What stands for a version that is left out. */
  static final String LEFT_OUT = "0.1.0";

  static CniVersions from(String oldest) {
    return new CniVersions(KNOWN.subList(KNOWN.indexOf(oldest), KNOWN.size()));
  }

  static CniVersions upTo(String newest) {
    return new CniVersions(KNOWN.subList(0, KNOWN.indexOf(newest) + 1));
  }

  /** The first release of containernetworking/plugins that takes it, as far as it matters. */
  static String release(String version) {
    return switch (version) {
      case "1.1.0" -> "1.6.0";
      case "1.0.0" -> "1.0.0";
      default -> "0";
    };
  }

  boolean has(String version) {
    return known.contains(version);
  }

  static boolean exists(String version) {
    return KNOWN.contains(version);
  }

  /** Those to propose: the one that most take, and the last one that all later ones take. */
  List<String> usual() {
    return Stream.of("0.3.1", "1.0.0").filter(this::has).toList();
  }

  /** As Go prints a list. */
  @Override
  public String toString() {
    return known.stream().map(v -> "\"" + v + "\"").collect(Collectors.joining(" ", "[", "]"));
  }
}
