/**
 * What this room is for: what a controller of Netris says. It is only read, and its password goes
 * nowhere else. In: where the controller is, and which server cluster is meant. Out: the facts of
 * its network, and what is wrong with controller or server cluster.
 */
@NullMarked
package io.kubevirtnet.provider.netris;

import org.jspecify.annotations.NullMarked;
