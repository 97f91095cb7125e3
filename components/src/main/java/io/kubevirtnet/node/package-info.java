/**
 * What this room is for: what a desired state does to one node. In: the state of the node, and what
 * is wanted of it. Out: what changes, whether the node can be reached meanwhile, and the state that
 * puts it back.
 */
@NullMarked
package io.kubevirtnet.node;

import org.jspecify.annotations.NullMarked;
