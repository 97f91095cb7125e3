package io.kubevirtnet.provider.markup;

/** A piece of a document. */
public sealed interface Markup permits Element, InlineSource, Text {
  void writeTo(StringBuilder out);

  default String text() {
    var out = new StringBuilder();
    writeTo(out);
    return out.toString();
  }
}
