/**
 * Chance that can be repeated, for what generators make.
 *
 * <p>In: a seed.
 *
 * <p>Out: choices, the same ones for the same seed.
 */
@NullMarked
package io.kubevirtnet.e2e.chance;

import org.jspecify.annotations.NullMarked;
