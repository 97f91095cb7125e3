/** The plan, from sides that are made for the test. */
@NullMarked
package io.kubevirtnet.provider.plan;

import org.jspecify.annotations.NullMarked;
