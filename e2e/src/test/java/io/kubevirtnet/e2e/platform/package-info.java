/**
 * Node types of vCluster Platform in the hands of the real engine. In: components of both modes and
 * manifests. Out: what a user sees before a node exists.
 */
@NullMarked
package io.kubevirtnet.e2e.platform;

import org.jspecify.annotations.NullMarked;
