/**
 * What this room is for: who may do what in a cluster, and no more. In: what somebody wants to do.
 * Out: roles of Kubernetes.
 */
@NullMarked
package io.kubevirtnet.provider.role;

import org.jspecify.annotations.NullMarked;
