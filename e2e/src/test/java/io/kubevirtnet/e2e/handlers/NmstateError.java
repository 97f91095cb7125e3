package io.kubevirtnet.e2e.handlers;

/** What {@code nmstatectl} ends with: a kind, as {@code InvalidArgument}, and its text. */
public record NmstateError(String kind, String text) {
  public static final NmstateError VERIFICATION =
      new NmstateError(
          "VerificationError",
          "Verification failure: br1.interface.mtu desire '9000', current '1500'");

  /** As the handler finds it on the standard error, after lines of the log. */
  String onStandardError() {
    return "[2026-01-01T00:00:00Z INFO  nmstate::query_apply::net_state] Created checkpoint\n"
        + "[2026-01-01T00:00:01Z INFO  nmstate::query_apply::net_state] Rollbacked to checkpoint\n"
        + "NmstateError: "
        + kind
        + ": "
        + text;
  }
}
