/** Programs written in YAML, expanded without an engine: what tests of the pure rooms share. */
@NullMarked
package io.kubevirtnet.testing;

import org.jspecify.annotations.NullMarked;
