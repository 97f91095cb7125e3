/**
 * What this room is for: what a component is made of, for both ends alike. In: its inputs as a
 * tree. Out: findings, the children to register, and the outputs; or findings alone when there are
 * errors.
 */
@NullMarked
package io.kubevirtnet.component;

import org.jspecify.annotations.NullMarked;
