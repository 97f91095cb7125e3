/**
 * What this room is for: the plugin against an engine made for the test, on loopback. In: calls as
 * the real engine makes them. Out: what was registered, logged and answered.
 */
@NullMarked
package io.kubevirtnet.provider.plugin;

import org.jspecify.annotations.NullMarked;
