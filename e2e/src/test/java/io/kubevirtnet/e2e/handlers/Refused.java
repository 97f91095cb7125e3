package io.kubevirtnet.e2e.handlers;

/** nmstate does not do it. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient NmstateError error;

  Refused(String kind, String text) {
    super(text);
    this.error = new NmstateError(kind, text);
  }

  NmstateError error() {
    return error;
  }
}
