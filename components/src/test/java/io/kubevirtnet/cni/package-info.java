@NullMarked
package io.kubevirtnet.cni;

import org.jspecify.annotations.NullMarked;
