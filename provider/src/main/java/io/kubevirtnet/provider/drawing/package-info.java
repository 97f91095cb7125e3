/**
 * What this room is for: the picture of a network. In: what hangs on what, before and after. Out:
 * SVG, and what a reader must know beside it. The library that places the boxes is used nowhere
 * else, so that nothing loads it but a drawing.
 */
@NullMarked
package io.kubevirtnet.provider.drawing;

import org.jspecify.annotations.NullMarked;
