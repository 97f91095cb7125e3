/** Plans made from what the real engine prints, against those made from manifests. */
@NullMarked
package io.kubevirtnet.e2e.plan;

import org.jspecify.annotations.NullMarked;
