/**
 * nmstate's own command line as the judge of what the package says about host networks.
 *
 * <p>In: generated desired and current states.
 *
 * <p>Out: its verdict, its rendered states and its reverts, to compare with ours.
 */
@NullMarked
package io.kubevirtnet.e2e.nmstate;

import org.jspecify.annotations.NullMarked;
