@NullMarked
package io.kubevirtnet.provider.doctor;

import org.jspecify.annotations.NullMarked;
