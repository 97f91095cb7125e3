package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.nmstate.NetworkState;
import java.time.Instant;
import java.util.Optional;

/** A NodeNetworkState: what a node has, as its handler reported it. */
public record NodeReport(
    String node, NetworkState state, Optional<Instant> updated, Optional<String> nmstateVersion) {}
