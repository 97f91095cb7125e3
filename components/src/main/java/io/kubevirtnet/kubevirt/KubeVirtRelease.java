package io.kubevirtnet.kubevirt;

import io.kubevirtnet.link.KnownReleases;
import io.kubevirtnet.value.WireEnum;
import java.util.List;

/** The releases of KubeVirt whose rules are known. */
public enum KubeVirtRelease implements WireEnum {
  V1_8("1.8"),
  V1_9("1.9");

  public static final KnownReleases<KubeVirtRelease> KNOWN =
      new KnownReleases<>("KubeVirt", List.of(values()));

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
    return KNOWN.newest();
  }

  public boolean isAtLeast(KubeVirtRelease other) {
    return compareTo(other) >= 0;
  }

  /** Reads {@code 1.9}, {@code v1.9.0} or {@code v1.9.0-rc.1}. */
  public static KnownReleases.Reading<KubeVirtRelease> parse(String version) {
    return KNOWN.parse(version);
  }
}
