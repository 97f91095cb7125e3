@NullMarked
package io.kubevirtnet.across;

import org.jspecify.annotations.NullMarked;
