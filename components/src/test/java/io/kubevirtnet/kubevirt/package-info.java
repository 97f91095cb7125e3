@NullMarked
package io.kubevirtnet.kubevirt;

import org.jspecify.annotations.NullMarked;
