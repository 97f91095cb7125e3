@NullMarked
package io.kubevirtnet.guest;

import org.jspecify.annotations.NullMarked;
