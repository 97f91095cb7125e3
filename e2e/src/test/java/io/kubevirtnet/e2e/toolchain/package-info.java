/**
 * The real programs that the tests run: where they come from and where they are kept.
 *
 * <p>In: a {@link io.kubevirtnet.e2e.toolchain.Tool} and its module file under toolchain/.
 *
 * <p>Out: the path of its binary, or a skipped test that says what is missing.
 */
@NullMarked
package io.kubevirtnet.e2e.toolchain;

import org.jspecify.annotations.NullMarked;
