/**
 * Virtual machines, and what KubeVirt is told about their networks, as users declare them. In: the
 * Specs of VirtualMachine, BindingPlugin and KubeVirtNetworkSettings. Out: findings about the
 * inputs, and Kubernetes objects.
 */
@NullMarked
package io.kubevirtnet.machine;

import org.jspecify.annotations.NullMarked;
