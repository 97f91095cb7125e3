/**
 * Virtual machines in the words of KubeVirt's API: what its admitter refuses, what would run and
 * not work, and what a change does to a machine that runs. In: the tree of a VirtualMachine, a
 * VirtualMachineInstance or a KubeVirt, and what is known of the cluster. Out: findings, and
 * consequences of changes.
 */
@NullMarked
package io.kubevirtnet.kubevirt;

import org.jspecify.annotations.NullMarked;
