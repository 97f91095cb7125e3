@NullMarked
package io.kubevirtnet.provider.report;

import org.jspecify.annotations.NullMarked;
