package io.kubevirtnet.provider.inventory;

import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.Contexts;
import io.kubevirtnet.provider.cluster.NetworkSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A cluster by the name of its context, not opened yet. */
public record Place(String name, Supplier<NetworkSource> source) {
  private static final String OF_THE_POD = "in-cluster";

  /**
   * The places that contexts of a kubeconfig mean.
   *
   * @param chosen names of contexts; none for the current one
   */
  public static List<Place> of(Optional<String> kubeconfig, List<String> chosen, Duration limit) {
    var contexts = ClusterAccess.contexts(kubeconfig);
    for (var name : chosen) {
      if (!contexts.names().contains(name)) {
        throw new ClusterProblem(
            Kind.CONFIGURATION,
            "The kubeconfig has no context \"%s\". It has %s."
                .formatted(
                    name,
                    contexts.names().isEmpty() ? "none" : String.join(", ", contexts.names())));
      }
    }
    return chosen.isEmpty()
        ? List.of(place(current(contexts), kubeconfig, Optional.empty(), limit))
        : chosen.stream().distinct().map(c -> place(c, kubeconfig, Optional.of(c), limit)).toList();
  }

  private static String current(Contexts contexts) {
    if (contexts.current().isEmpty() && !contexts.names().isEmpty()) {
      throw new ClusterProblem(
          Kind.CONFIGURATION,
          "The kubeconfig names no current context. Choose one of %s."
              .formatted(String.join(", ", contexts.names())));
    }
    return contexts.current().orElse(OF_THE_POD);
  }

  /** All contexts of a kubeconfig. */
  public static List<Place> all(Optional<String> kubeconfig, Duration limit) {
    return of(kubeconfig, ClusterAccess.contexts(kubeconfig).names(), limit);
  }

  private static Place place(
      String name, Optional<String> kubeconfig, Optional<String> context, Duration limit) {
    return new Place(name, () -> ClusterAccess.networks(kubeconfig, context, limit));
  }
}
