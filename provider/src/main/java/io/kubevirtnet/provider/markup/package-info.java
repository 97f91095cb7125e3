/**
 * What this room is for: HTML and SVG as trees. In: elements, attributes, any text. Out: markup in
 * which a text is never anything but text.
 */
@NullMarked
package io.kubevirtnet.provider.markup;

import org.jspecify.annotations.NullMarked;
