@NullMarked
package io.kubevirtnet.attachment;

import org.jspecify.annotations.NullMarked;
