/**
 * What this room is for: a stand-in for a Netris controller on loopback.
 *
 * <p>In: HTTP requests as clients of Netris send them, and modes in which it misbehaves.
 *
 * <p>Out: answers as a controller gives them, a state on disk, and counts of what was asked.
 */
@NullMarked
package io.kubevirtnet.netriscontroller;

import org.jspecify.annotations.NullMarked;
