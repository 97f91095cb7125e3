/**
 * What this room is for: saying what is wrong. In: values that a rule looked at. Out: findings with
 * code, path, reason and fix, and what could not be checked.
 */
@NullMarked
package io.kubevirtnet.finding;

import org.jspecify.annotations.NullMarked;
