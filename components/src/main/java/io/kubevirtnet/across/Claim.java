package io.kubevirtnet.across;

import java.util.Collection;
import java.util.stream.Stream;

/** Something that a component of the run wants for itself. */
record Claim<T>(Claimant owner, T claimed) {

  /** Those of other components that go to the same cluster. */
  static <T> Stream<Claim<T>> others(Collection<Claim<T>> claims, Claimant claimant) {
    return claims.stream()
        .filter(c -> c.owner() != claimant && c.owner().sharesClusterWith(claimant));
  }
}
