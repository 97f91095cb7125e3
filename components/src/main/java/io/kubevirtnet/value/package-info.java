/**
 * What this room is for: one value on its way from an input to a Kubernetes object. In: what either
 * end read. Out: values and trees that keep unknown, secret and origin at every leaf.
 */
@NullMarked
package io.kubevirtnet.value;

import org.jspecify.annotations.NullMarked;
