/**
 * What this room is for: the shape of inputs. In: a tree that either end decoded. Out: the flat
 * Spec records that are generated from schema.json, and findings about everything that does not fit
 * them.
 */
@NullMarked
package io.kubevirtnet.spec;

import org.jspecify.annotations.NullMarked;
