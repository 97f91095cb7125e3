package io.kubevirtnet.e2e.cluster;

/** The API server's refusal, in its own words. */
public final class KubeApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  KubeApiException(int status, String reason, String message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Kubernetes' reason, such as {@code AlreadyExists}; may be empty. */
  public String reason() {
    return reason;
  }
}
