@NullMarked
package io.kubevirtnet.provider.wire;

import org.jspecify.annotations.NullMarked;
