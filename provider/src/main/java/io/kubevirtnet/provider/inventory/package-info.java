/**
 * What this room is for: the network attachments of several clusters at once. In: the ways to the
 * clusters, and a time limit. Out: what each of them has and who uses it, or why that is not known.
 */
@NullMarked
package io.kubevirtnet.provider.inventory;

import org.jspecify.annotations.NullMarked;
