/**
 * What this room is for: whole programs against the real engine and a real API server. In: the
 * example and inputs that are wrong on purpose. Out: nothing but assertions.
 */
@NullMarked
package io.kubevirtnet.e2e.scenario;

import org.jspecify.annotations.NullMarked;
