package io.kubevirtnet.e2e.handlers;

/** What happens at a node when a desired state is applied. */
sealed interface Behavior {

  /** What it will be the next time. */
  Behavior next();

  /** nmstate does what it is told, or refuses what it would refuse. */
  record Works() implements Behavior {
    @Override
    public Behavior next() {
      return this;
    }
  }

  /** nmstate fails so many times more; then it works. */
  record Fails(int times, NmstateError error) implements Behavior {
    static final int FOR_GOOD = Integer.MAX_VALUE;

    @Override
    public Behavior next() {
      if (times == FOR_GOOD) {
        return this;
      }
      return times > 1 ? new Fails(times - 1, error) : new Works();
    }
  }

  /** nmstate works, then the node does not reach what it reached before: all is rolled back. */
  record FailsProbe(String probe) implements Behavior {
    @Override
    public Behavior next() {
      return this;
    }
  }
}
