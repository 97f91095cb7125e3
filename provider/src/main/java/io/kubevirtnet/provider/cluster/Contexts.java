package io.kubevirtnet.provider.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The contexts of a kubeconfig.
 *
 * @param names in the order in which they stand there; none inside a pod without a kubeconfig
 */
public record Contexts(List<String> names, Optional<String> current) {
  public Contexts {
    names = List.copyOf(names);
  }
}
