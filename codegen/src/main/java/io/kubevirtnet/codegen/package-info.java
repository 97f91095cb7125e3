/**
 * What this room is for: the typed Java API. In: schema.json. Out: argument, output and enum
 * classes in Pulumi's Java style, and the Spec records that the rules read.
 */
@NullMarked
package io.kubevirtnet.codegen;

import org.jspecify.annotations.NullMarked;
