/**
 * What this room is for: one NodeNetworkConfigurationPolicy for its whole life. In: the engine's
 * calls, the state they carry, and a cluster. Out: a policy rolled out, changed or taken back node
 * by node, and a state that says how far that came, however it ended.
 */
@NullMarked
package io.kubevirtnet.provider.policy;

import org.jspecify.annotations.NullMarked;
