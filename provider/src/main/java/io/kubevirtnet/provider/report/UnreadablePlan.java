package io.kubevirtnet.provider.report;

/** A document that is no plan that this release reads, said in one line. */
public final class UnreadablePlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadablePlan(String message) {
    super(message);
  }
}
