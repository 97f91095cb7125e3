/**
 * What this room is for: the networks of the nodes, as NMState sees them. In: bridges that an
 * author wants. Out: findings, and NodeNetworkConfigurationPolicies.
 */
@NullMarked
package io.kubevirtnet.host;

import org.jspecify.annotations.NullMarked;
