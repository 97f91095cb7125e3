/**
 * The network of a server cluster end to end: the real engine, a real API server with doubled
 * nodes, and a stand-in for the controller.
 *
 * <p>In: the built plugin, a controller on loopback.
 *
 * <p>Out: a verdict per behaviour.
 */
@NullMarked
package io.kubevirtnet.e2e.netris;

import org.jspecify.annotations.NullMarked;
