@NullMarked
package io.kubevirtnet.provider.manifest;

import org.jspecify.annotations.NullMarked;
