package io.kubevirtnet.kubevirt;

import java.util.Optional;

/**
 * A network binding plugin that the KubeVirt object knows.
 *
 * @param migratable it says how to migrate, so that a machine on the pod network may
 * @param memoryOverhead what a machine with it takes more, as a quantity
 */
public record RegisteredPlugin(boolean migratable, Optional<String> memoryOverhead) {}
