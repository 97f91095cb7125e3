package io.kubevirtnet.provider.report;

/**
 * One thing in a section of a comment.
 *
 * @param text all of it, up to the end of a line
 * @param brief what stands for it where there is no room for all
 */
record MarkdownEntry(String text, String brief) {
  static MarkdownEntry of(String text) {
    return new MarkdownEntry(text, text);
  }
}
