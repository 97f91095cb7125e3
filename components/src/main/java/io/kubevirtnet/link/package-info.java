/**
 * What this room is for: the small types that domains share. In: texts and numbers that an author
 * wrote. Out: what is wrong with them, in words, and what two of them have in common.
 */
@NullMarked
package io.kubevirtnet.link;

import org.jspecify.annotations.NullMarked;
