/**
 * The network as a guest configures it, judged by cloud-init and netplan themselves.
 *
 * <p>In: generated GuestNetworks, and the network data that we make of them.
 *
 * <p>Out: what a guest would have on its disk, read again.
 */
@NullMarked
package io.kubevirtnet.e2e.guest;

import org.jspecify.annotations.NullMarked;
