/**
 * What this room is for: Pulumi's protocol values. In: a Struct that came over the wire, or a tree.
 * Out: the other of the two, with every unknown, secret and origin at its place.
 */
@NullMarked
package io.kubevirtnet.provider.wire;

import org.jspecify.annotations.NullMarked;
