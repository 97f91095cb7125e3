/**
 * Tests of the command line. In: arguments and programs. Out: the texts in {@code
 * src/test/resources}, to be read like documentation.
 */
@NullMarked
package io.kubevirtnet.provider.cli;

import org.jspecify.annotations.NullMarked;
