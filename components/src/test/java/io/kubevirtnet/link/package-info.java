@NullMarked
package io.kubevirtnet.link;

import org.jspecify.annotations.NullMarked;
