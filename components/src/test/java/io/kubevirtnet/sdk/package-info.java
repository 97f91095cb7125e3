/** Tests of the ends of a program, without an engine. */
@NullMarked
package io.kubevirtnet.sdk;

import org.jspecify.annotations.NullMarked;
