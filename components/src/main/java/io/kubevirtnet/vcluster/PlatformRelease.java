package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.WireEnum;
import java.util.Arrays;
import java.util.Optional;

/** The releases of vCluster Platform whose rules are known. */
public enum PlatformRelease implements WireEnum {
  V4_10("4.10"),
  V4_11("4.11"),
  V4_12("4.12");

  private static final int MAJOR = 4;
  private static final int OLDEST = 10;

  private final String wire;

  PlatformRelease(String wire) {
    this.wire = wire;
  }

  /** {@code 4.12} */
  @Override
  public String wire() {
    return wire;
  }

  public static PlatformRelease newest() {
    return values()[values().length - 1];
  }

  public boolean isAtLeast(PlatformRelease other) {
    return compareTo(other) >= 0;
  }

  /**
   * What a version comes to.
   *
   * @param release the one whose rules are taken; nothing when the version is refused
   * @param remark what to tell of it, as a sentence; empty when it is known as it stands
   */
  public record Reading(Optional<PlatformRelease> release, String remark) {}

  /** Reads {@code 4.12}, {@code v4.12.0} or {@code v4.12.0-rc.1}. */
  public static Reading parse(String version) {
    var parts = (version.startsWith("v") ? version.substring(1) : version).split("[.+-]", -1);
    int major = number(parts[0]);
    int minor = parts.length > 1 ? number(parts[1]) : -1;
    if (major < 0 || minor < 0) {
      return new Reading(
          Optional.empty(),
          "\"" + version + "\" is no version of vCluster Platform, like 4.12 or v4.12.0.");
    }
    if (major < MAJOR || major == MAJOR && minor < OLDEST) {
      return new Reading(
          Optional.empty(),
          "vCluster Platform "
              + major
              + "."
              + minor
              + " has other rules, which are not known here: "
              + values()[0].wire
              + " is the oldest whose rules are.");
    }
    var known = Arrays.stream(values()).filter(r -> r.wire.equals(major + "." + minor)).findFirst();
    return known.isPresent()
        ? new Reading(known, "")
        : new Reading(
            Optional.of(newest()),
            "vCluster Platform "
                + major
                + "."
                + minor
                + " is newer than the rules here, so those of "
                + newest().wire
                + " are taken.");
  }

  private static int number(String digits) {
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() < 6
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(digits) : -1;
  }
}
