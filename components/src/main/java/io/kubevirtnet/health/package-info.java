/**
 * What this room is for: the rules about the health of a cluster, which whoever reads one applies.
 * In: nothing. Out: the rules.
 */
@NullMarked
package io.kubevirtnet.health;

import org.jspecify.annotations.NullMarked;
