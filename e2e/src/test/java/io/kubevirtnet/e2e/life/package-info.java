/**
 * What this room is for: the life of a NodeNetworkPolicy on a real API server, from its first
 * preview to its end, with everything that can come in between. In: the built plugin, a fleet of
 * node handlers, a faulty API server; most tests speak to the plugin as the engine does, some
 * through the engine itself. Out: verdicts.
 */
@NullMarked
package io.kubevirtnet.e2e.life;

import org.jspecify.annotations.NullMarked;
