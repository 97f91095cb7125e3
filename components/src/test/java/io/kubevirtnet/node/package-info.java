@NullMarked
package io.kubevirtnet.node;

import org.jspecify.annotations.NullMarked;
