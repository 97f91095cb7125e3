package io.kubevirtnet.kubevirt;

/** A network of a machine, as far as several rules ask for it. */
final class Net {
  final Place place;
  final Place name;
  final Place pod;
  final Place multus;
  final Place claim;

  /**
   * @param claims the release knows networks of resource claims
   */
  Net(Place place, boolean claims) {
    this.place = place;
    name = place.get("name");
    pod = place.get("pod");
    multus = place.get("multus");
    claim = place.get(claims ? "resourceClaim" : "");
  }

  boolean isMultusDefault() {
    return multus.isThere() && multus.get("default").isTrue();
  }

  boolean isOpen() {
    return pod.isOpen() || multus.isOpen() || claim.isOpen();
  }

  /**
   * It is the one that the machine's pod has anyway, or takes its place. Before 1.9 all counts that
   * is not plainly another one of Multus.
   */
  Truth isDefault(KubeVirtRelease release) {
    if (release.isAtLeast(KubeVirtRelease.V1_9)) {
      if (pod.isThere() || isMultusDefault()) {
        return Truth.YES;
      }
      return isOpen() || multus.get("default").isOpen() ? Truth.OPEN : Truth.NO;
    }
    if (multus.isOpen() || multus.get("default").isOpen()) {
      return Truth.OPEN;
    }
    return multus.isMissing() || isMultusDefault() ? Truth.YES : Truth.NO;
  }
}
