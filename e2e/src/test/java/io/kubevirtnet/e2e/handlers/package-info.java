/**
 * A test double of kubernetes-nmstate: nodes, their handlers and what they do to host networks.
 *
 * <p>In: policies of a real API server, and the script of a test: who fails, hangs, drifts.
 *
 * <p>Out: enactments, node states and policy conditions as upstream writes them.
 */
@NullMarked
package io.kubevirtnet.e2e.handlers;

import org.jspecify.annotations.NullMarked;
