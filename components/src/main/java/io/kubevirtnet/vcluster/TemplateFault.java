package io.kubevirtnet.vcluster;

/** Go can not read a template from here on. */
final class TemplateFault extends Exception {
  private static final long serialVersionUID = 1;

  private final String what;
  private final transient TemplateText.Position position;

  /**
   * @param what as a part of a sentence, without any words of the template
   */
  TemplateFault(String what, TemplateText.Position position) {
    super(what);
    this.what = what;
    this.position = position;
  }

  TemplateText.Position position() {
    return position;
  }

  String what() {
    return what;
  }
}
