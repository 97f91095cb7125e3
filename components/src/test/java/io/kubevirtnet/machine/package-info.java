@NullMarked
package io.kubevirtnet.machine;

import org.jspecify.annotations.NullMarked;
