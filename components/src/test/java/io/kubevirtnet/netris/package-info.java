/** The rules for facts of a server cluster, and what a change of them does. */
@NullMarked
package io.kubevirtnet.netris;

import org.jspecify.annotations.NullMarked;
