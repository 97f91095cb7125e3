/**
 * What this room is for: showing a plan. In: a plan, and what else is worth saying. Out: text for a
 * terminal, Markdown, JSON, a page. Nothing here decides what a change means.
 */
@NullMarked
package io.kubevirtnet.provider.report;

import org.jspecify.annotations.NullMarked;
