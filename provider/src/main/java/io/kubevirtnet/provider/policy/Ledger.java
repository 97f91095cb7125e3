package io.kubevirtnet.provider.policy;

import java.util.function.UnaryOperator;

/**
 * What is true now, kept up to date by an operation before and after each of its writes, so that it
 * can be handed to the engine however the operation ends.
 */
final class Ledger {
  private PolicyState state;
  private boolean written;

  Ledger(PolicyState state) {
    this.state = state;
  }

  synchronized PolicyState state() {
    return state;
  }

  synchronized void note(UnaryOperator<PolicyState> change) {
    state = change.apply(state);
  }

  /** From here on the cluster may differ from what the engine knows. */
  synchronized void writing(UnaryOperator<PolicyState> change) {
    state = change.apply(state);
    written = true;
  }

  synchronized boolean hasWritten() {
    return written;
  }
}
