/**
 * What this room is for: a plan as one page that a browser shows without asking anybody for
 * anything. In: a plan and its verdict. Out: HTML.
 */
@NullMarked
package io.kubevirtnet.provider.page;

import org.jspecify.annotations.NullMarked;
