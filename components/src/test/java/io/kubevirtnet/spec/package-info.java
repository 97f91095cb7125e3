@NullMarked
package io.kubevirtnet.spec;

import org.jspecify.annotations.NullMarked;
