package io.kubevirtnet.provider.netris;

import io.kubevirtnet.spec.GetNetrisServerClusterSpec;
import java.util.Optional;

/**
 * Which server cluster is meant, and which of its V-Nets.
 *
 * @param site where the name alone does not tell it
 * @param vpc the same
 * @param vnet name or postfix
 */
record FactsQuestion(
    String serverCluster, Optional<String> site, Optional<String> vpc, Optional<String> vnet) {

  /** Nothing while the name is unknown. */
  static Optional<FactsQuestion> of(GetNetrisServerClusterSpec spec) {
    return spec.serverCluster()
        .known()
        .map(
            name ->
                new FactsQuestion(
                    name, spec.site().known(), spec.vpc().known(), spec.vnet().known()));
  }
}
