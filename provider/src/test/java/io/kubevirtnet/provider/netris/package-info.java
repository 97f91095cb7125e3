/** Tests against a controller that answers whatever a test wants it to. */
@NullMarked
package io.kubevirtnet.provider.netris;

import org.jspecify.annotations.NullMarked;
