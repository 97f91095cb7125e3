package io.kubevirtnet.provider.cluster;

import java.util.Optional;

/**
 * A network attachment that a cluster has.
 *
 * @param linuxBridge the bridge of the node that it connects to, where it is one of the kernel
 */
public record FoundDefinition(Optional<String> linuxBridge) {
  static FoundDefinition of(String config) {
    return new FoundDefinition(
        CniConfig.read(config).stream()
            .flatMap(c -> c.plugins().stream())
            .flatMap(p -> CniConfig.linuxBridge(p).stream())
            .findFirst());
  }
}
