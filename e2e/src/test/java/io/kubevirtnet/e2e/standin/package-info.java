/**
 * A stand-in for pulumi-resource-kubernetes, for places where the real plugin is not to be had;
 * test code.
 *
 * <p>In: the engine's gRPC calls.
 *
 * <p>Out: objects in a real API server, named, compared, awaited and reported as the real plugin
 * does.
 */
@NullMarked
package io.kubevirtnet.e2e.standin;

import org.jspecify.annotations.NullMarked;
