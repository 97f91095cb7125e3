package io.kubevirtnet.provider.cluster;

/** What the cluster could not or would not do, in a sentence that needs no stack trace. */
public final class ClusterProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What can be done about it differs. */
  public enum Kind {
    /** No kubeconfig, no such context, bad credentials. */
    CONFIGURATION,
    /** Nobody answers, or not in time. */
    UNREACHABLE,
    /** The API server does not know the kind: nmstate is not installed, or has no NMState yet. */
    NO_SUCH_KIND,
    FORBIDDEN,
    EXISTS,
    /** Somebody else changed the object meanwhile. */
    CONFLICT,
    /** The admission wants a policy to be finished before it changes. */
    IN_PROGRESS,
    /** Refused by validation, in the API server's words. */
    INVALID,
    CANCELLED,
    OTHER
  }

  private final Kind kind;

  public ClusterProblem(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public ClusterProblem(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
