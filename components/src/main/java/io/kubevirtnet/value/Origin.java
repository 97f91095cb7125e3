package io.kubevirtnet.value;

/**
 * The resource that a value came from. Opaque here: each end of the way has its own kind, and hands
 * it back to the engine as a dependency.
 */
public interface Origin {}
