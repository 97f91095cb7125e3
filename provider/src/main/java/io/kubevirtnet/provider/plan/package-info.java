/**
 * What this room is for: what will happen to a network. In: two sets of objects and what is known
 * of their cluster. Out: one change model, whatever the sets came from. Nothing here reads or
 * prints.
 */
@NullMarked
package io.kubevirtnet.provider.plan;

import org.jspecify.annotations.NullMarked;
