/**
 * The tests that use real parts: real engine, real API server.
 *
 * <p>In: the built modules and the tools.
 *
 * <p>Out: a verdict per behaviour.
 */
@NullMarked
package io.kubevirtnet.e2e;

import org.jspecify.annotations.NullMarked;
