/**
 * What this room is for: the language of nmstate, as its own tool reads it. In: desired and current
 * states as trees. Out: findings in nmstate's words, and the state that a node would be handed.
 */
@NullMarked
package io.kubevirtnet.nmstate;

import org.jspecify.annotations.NullMarked;
