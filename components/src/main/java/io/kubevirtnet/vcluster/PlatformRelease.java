package io.kubevirtnet.vcluster;

import io.kubevirtnet.link.KnownReleases;
import io.kubevirtnet.value.WireEnum;
import java.util.List;

/** The releases of vCluster Platform whose rules are known. */
public enum PlatformRelease implements WireEnum {
  V4_10("4.10"),
  V4_11("4.11"),
  V4_12("4.12");

  public static final KnownReleases<PlatformRelease> KNOWN =
      new KnownReleases<>("vCluster Platform", List.of(values()));

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
    return KNOWN.newest();
  }

  public boolean isAtLeast(PlatformRelease other) {
    return compareTo(other) >= 0;
  }

  /** Reads {@code 4.12}, {@code v4.12.0} or {@code v4.12.0-rc.1}. */
  public static KnownReleases.Reading<PlatformRelease> parse(String version) {
    return KNOWN.parse(version);
  }
}
