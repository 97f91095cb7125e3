/**
 * What this room is for: saying what keeps the machines of a cluster from their networks, and why.
 * In: what may be read of a cluster. Out: what is fine, what is wrong with the command that shows
 * it and the fix, and what could not be looked at.
 */
@NullMarked
package io.kubevirtnet.provider.doctor;

import org.jspecify.annotations.NullMarked;
