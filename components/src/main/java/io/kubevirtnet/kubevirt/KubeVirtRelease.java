package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.WireEnum;
import java.util.Arrays;
import java.util.Optional;

/** The releases of KubeVirt whose rules are known. */
public enum KubeVirtRelease implements WireEnum {
  V1_8("1.8"),
  V1_9("1.9");

  private static final int MAJOR = 1;
  private static final int OLDEST = 8;

  private final String wire;

  KubeVirtRelease(String wire) {
    this.wire = wire;
  }

  /** {@code 1.9} */
  @Override
  public String wire() {
    return wire;
  }

  public static KubeVirtRelease newest() {
    return values()[values().length - 1];
  }

  public boolean isAtLeast(KubeVirtRelease other) {
    return compareTo(other) >= 0;
  }

  /**
   * What a version comes to.
   *
   * @param release the one whose rules are taken; nothing when the version is refused
   * @param remark what to tell of it, as a sentence; empty when it is known as it stands
   */
  public record Reading(Optional<KubeVirtRelease> release, String remark) {}

  /** Reads {@code 1.9}, {@code v1.9.0} or {@code v1.9.0-rc.1}. */
  public static Reading parse(String version) {
    var parts = (version.startsWith("v") ? version.substring(1) : version).split("[.+-]", -1);
    int major = number(parts[0]);
    int minor = parts.length > 1 ? number(parts[1]) : -1;
    if (major < 0 || minor < 0) {
      return new Reading(
          Optional.empty(), "\"" + version + "\" is no version of KubeVirt, like 1.9 or v1.9.0.");
    }
    if (major < MAJOR || major == MAJOR && minor < OLDEST) {
      return new Reading(
          Optional.empty(),
          "KubeVirt "
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
            "KubeVirt "
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
