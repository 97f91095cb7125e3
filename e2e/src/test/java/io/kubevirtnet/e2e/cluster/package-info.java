/**
 * A Kubernetes control plane on loopback: etcd, API server, garbage collector, no nodes.
 *
 * <p>In: the binaries of the toolchain and the manifests under resources/.
 *
 * <p>Out: a kubeconfig and a small client.
 */
@NullMarked
package io.kubevirtnet.e2e.cluster;

import org.jspecify.annotations.NullMarked;
