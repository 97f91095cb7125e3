/** What the wiring of a machine says, against a cluster in memory. */
@NullMarked
package io.kubevirtnet.provider.wiring;

import org.jspecify.annotations.NullMarked;
