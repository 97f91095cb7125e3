/**
 * What this room is for: nodes in the words of vCluster Platform. In: a NodeProvider and what else
 * decides a machine, as trees whose leaves know what input they come from. Out: the properties that
 * count, the machine that the platform will make with the injected {@code multus} network, and
 * findings.
 */
@NullMarked
package io.kubevirtnet.vcluster;

import org.jspecify.annotations.NullMarked;
