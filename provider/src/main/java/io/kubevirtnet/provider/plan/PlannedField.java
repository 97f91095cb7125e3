package io.kubevirtnet.provider.plan;

/**
 * One thing that an object says differently.
 *
 * @param path list items by identity, not by place: {@code
 *     spec.desiredState.interfaces[br1].bridge.port[eth1]}
 * @param before as it is shown: {@code (none)}, {@code [secret]}, {@code (known after apply)}
 * @param consequence what comes of it, as a sentence; empty where there is nothing to say
 */
public record PlannedField(String path, String before, String after, String consequence) {}
