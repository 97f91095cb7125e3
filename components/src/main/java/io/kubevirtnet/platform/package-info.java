/**
 * What this room is for: nodes that vCluster Platform makes from KubeVirt virtual machines. In:
 * node types and providers that an author wants. Out: findings, and NodeProviders with the
 * properties that inject multus.
 */
@NullMarked
package io.kubevirtnet.platform;

import org.jspecify.annotations.NullMarked;
