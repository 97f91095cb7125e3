/** Tests of the recording engine. In: small programs. Out: what they register, and how they end. */
@NullMarked
package io.kubevirtnet.provider.preview;

import org.jspecify.annotations.NullMarked;
