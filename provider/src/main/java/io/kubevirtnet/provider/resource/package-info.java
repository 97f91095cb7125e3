/**
 * What this room is for: the two sides of a custom resource. In: what the plugin gives to it:
 * settings, the choice of a cluster, a way to its user. Out: answers to the engine.
 */
@NullMarked
package io.kubevirtnet.provider.resource;

import org.jspecify.annotations.NullMarked;
