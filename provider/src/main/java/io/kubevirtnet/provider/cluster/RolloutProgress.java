package io.kubevirtnet.provider.cluster;

/** How far a rollout is: {@code 4/12 nodes, w7 applying, w8 waiting for a slot}. */
public record RolloutProgress(int done, int total, String line) {}
