/**
 * What this room is for: the function that shows the machine of a node type. In: objects of the
 * platform, as a program has them. Out: the machine, and what is wrong with it.
 */
@NullMarked
package io.kubevirtnet.provider.render;

import org.jspecify.annotations.NullMarked;
