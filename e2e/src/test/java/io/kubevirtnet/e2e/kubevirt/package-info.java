/**
 * KubeVirt's own code as the judge of what the package says about machines.
 *
 * <p>In: generated machines, clusters and changes.
 *
 * <p>Out: what KubeVirt says, beside what we say.
 */
@NullMarked
package io.kubevirtnet.e2e.kubevirt;

import org.jspecify.annotations.NullMarked;
