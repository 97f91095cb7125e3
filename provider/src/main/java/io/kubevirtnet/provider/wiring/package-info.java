/**
 * What this room is for: the wiring of a virtual machine, which changes nothing. In: requests of
 * the engine, and what a cluster says of the machine. Out: what a change does to it, what differs,
 * and the addresses that its guest has.
 */
@NullMarked
package io.kubevirtnet.provider.wiring;

import org.jspecify.annotations.NullMarked;
