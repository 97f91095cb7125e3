/**
 * What this room is for: what components of one run do to each other. In: what each of them claims.
 * Out: findings that name both sides.
 */
@NullMarked
package io.kubevirtnet.across;

import org.jspecify.annotations.NullMarked;
