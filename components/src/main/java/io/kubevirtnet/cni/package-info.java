/**
 * What this room is for: network definitions in the words of Multus, libcni and the CNI plugins.
 * In: a definition as a tree, whose leaves know what input they come from. Out: findings, in the
 * words of the tool that would refuse it.
 */
@NullMarked
package io.kubevirtnet.cni;

import org.jspecify.annotations.NullMarked;
