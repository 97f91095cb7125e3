@NullMarked
package io.kubevirtnet.provider.render;

import org.jspecify.annotations.NullMarked;
