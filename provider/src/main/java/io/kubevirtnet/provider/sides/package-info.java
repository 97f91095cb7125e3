/**
 * What this room is for: where the two sides of a plan come from, and what is known of the cluster.
 * In: files, previews, programs, clusters. Out: sides and scenes; nothing is ever written.
 */
@NullMarked
package io.kubevirtnet.provider.sides;

import org.jspecify.annotations.NullMarked;
