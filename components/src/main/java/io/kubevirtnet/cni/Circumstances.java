package io.kubevirtnet.cni;

import java.util.Optional;

/**
 * What is known of where a definition will be used.
 *
 * @param pluginsVersion release of containernetworking/plugins on the nodes, {@code 1.6.0}; keys
 *     that came later are ignored there
 */
public record Circumstances(Purpose purpose, Optional<String> pluginsVersion) {
  public static final Circumstances UNSTATED =
      new Circumstances(Purpose.UNSTATED, Optional.empty());

  public static Circumstances of(Purpose purpose) {
    return new Circumstances(purpose, Optional.empty());
  }
}
