/**
 * What this room is for: {@code kubevirtnet doctor} against a real API server. In: clusters whose
 * objects are made so that something is wrong. Out: tests.
 */
@NullMarked
package io.kubevirtnet.e2e.doctor;

import org.jspecify.annotations.NullMarked;
