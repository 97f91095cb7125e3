/**
 * The Pulumi engine as a fixture: a stack with a backend of its own, inline programs, and what came
 * of them.
 *
 * <p>In: a program, a cluster, folders with plugins.
 *
 * <p>Out: steps, diagnostics, texts and state of every run; the engine process itself, to be
 * killed.
 */
@NullMarked
package io.kubevirtnet.e2e.engine;

import org.jspecify.annotations.NullMarked;
