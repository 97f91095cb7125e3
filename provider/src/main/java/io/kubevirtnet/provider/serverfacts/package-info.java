/**
 * What this room is for: the facts of a server cluster that a network was made with, kept to tell
 * what a change of them does. In: requests of the engine, and the machines that a cluster has on
 * the network. Out: what differs, and what it does to nodes and machines; nothing is written
 * anywhere.
 */
@NullMarked
package io.kubevirtnet.provider.serverfacts;

import org.jspecify.annotations.NullMarked;
