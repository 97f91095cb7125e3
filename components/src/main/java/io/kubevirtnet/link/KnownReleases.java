package io.kubevirtnet.link;

import io.kubevirtnet.value.WireEnum;
import java.util.List;
import java.util.Optional;

/**
 * The releases of one product whose rules are known here.
 *
 * @param all oldest first; each is written as {@code major.minor}
 */
public record KnownReleases<R extends WireEnum>(String product, List<R> all) {
  public KnownReleases {
    all = List.copyOf(all);
  }

  /**
   * What a version comes to.
   *
   * @param release the one whose rules are taken; nothing when the version is refused
   * @param remark what to tell of it, as a sentence; empty when it is known as it stands
   */
  public record Reading<R>(Optional<R> release, String remark) {}

  public R newest() {
    return all.get(all.size() - 1);
  }

  /** Reads {@code 1.9}, {@code v1.9.0} or {@code v1.9.0-rc.1}. */
  public Reading<R> parse(String version) {
    var number = ReleaseNumber.parse(version);
    if (number.isEmpty()) {
      return new Reading<>(
          Optional.empty(),
          "\""
              + version
              + "\" is no version of "
              + product
              + ", like "
              + newest().wire()
              + " or v"
              + newest().wire()
              + ".0.");
    }
    var text = number.get().toString();
    var known = all.stream().filter(r -> r.wire().equals(text)).findFirst();
    if (known.isPresent()) {
      return new Reading<>(known, "");
    }
    return ReleaseNumber.parse(all.get(0).wire()).filter(number.get()::isBefore).isPresent()
        ? new Reading<>(Optional.empty(), tooOld(text))
        : new Reading<>(Optional.of(newest()), newer(text));
  }

  private String tooOld(String version) {
    return product
        + " "
        + version
        + " has other rules, which are not known here: "
        + all.get(0).wire()
        + " is the oldest whose rules are.";
  }

  private String newer(String version) {
    return product
        + " "
        + version
        + " is newer than the rules here, so those of "
        + newest().wire()
        + " are taken.";
  }
}
