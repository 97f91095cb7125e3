@NullMarked
package io.kubevirtnet.value;

import org.jspecify.annotations.NullMarked;
