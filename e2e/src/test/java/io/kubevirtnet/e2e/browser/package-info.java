/**
 * Pages in a real browser, which nobody sees.
 *
 * <p>In: a page. Out: what a reader with a screen, a keyboard or a printer has of it.
 */
@NullMarked
package io.kubevirtnet.e2e.browser;

import org.jspecify.annotations.NullMarked;
