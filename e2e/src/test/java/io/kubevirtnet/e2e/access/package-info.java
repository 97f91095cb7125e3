/**
 * What this room is for: the provider's access to a cluster, against a real API server. In: a
 * control plane without nodes, and objects that play nodes. Out: tests.
 */
@NullMarked
package io.kubevirtnet.e2e.access;

import org.jspecify.annotations.NullMarked;
