/**
 * The real tools that a network definition meets, as judges of what the package says about it.
 *
 * <p>In: generated definitions.
 *
 * <p>Out: what Multus, libcni and the plugins say, and what an attached pod then has.
 */
@NullMarked
package io.kubevirtnet.e2e.cni;

import org.jspecify.annotations.NullMarked;
