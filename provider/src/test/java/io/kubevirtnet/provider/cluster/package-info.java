@NullMarked
package io.kubevirtnet.provider.cluster;

import org.jspecify.annotations.NullMarked;
