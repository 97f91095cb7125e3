/**
 * What this room is for: what the generator makes. In: small schemas. Out: golden files that read
 * like the documentation of the generated API.
 */
@NullMarked
package io.kubevirtnet.codegen;

import org.jspecify.annotations.NullMarked;
