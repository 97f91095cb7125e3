/**
 * What this room is for: the network of a server cluster of Netris. In: facts of it, pinned or read
 * by others, and what an author wants to make of it. Out: findings, and what follows from the facts
 * for hosts, attachments, node types and virtual clusters.
 */
@NullMarked
package io.kubevirtnet.netris;

import org.jspecify.annotations.NullMarked;
