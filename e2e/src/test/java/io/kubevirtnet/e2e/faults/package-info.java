/**
 * A proxy in front of an API server that does what networks and servers do on a bad day.
 *
 * <p>In: a cluster, and what shall go wrong with which requests.
 *
 * <p>Out: a kubeconfig that leads through the proxy, and the requests that came.
 */
@NullMarked
package io.kubevirtnet.e2e.faults;

import org.jspecify.annotations.NullMarked;
