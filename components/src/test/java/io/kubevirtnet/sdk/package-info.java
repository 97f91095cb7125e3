/** Tests of components as wholes: catalogue, schema, golden expansions and marked values. */
@NullMarked
package io.kubevirtnet.sdk;

import org.jspecify.annotations.NullMarked;
