/**
 * The components, for Java programs. Each takes typed Args and gives typed outputs that the next
 * one takes; see {@code inputs}, {@code outputs} and {@code enums} for their parts.
 */
@NullMarked
package io.kubevirtnet;

import org.jspecify.annotations.NullMarked;
