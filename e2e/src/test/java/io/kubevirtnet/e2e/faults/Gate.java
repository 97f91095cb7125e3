package io.kubevirtnet.e2e.faults;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where one request waits until the test lets it go on; it may never do. */
public final class Gate {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** Until a request waits here. */
  public void awaitReached(Duration limit) {
    try {
      if (!reached.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("no such request within " + limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public boolean isReached() {
    return reached.getCount() == 0;
  }

  public void open() {
    open.countDown();
  }

  void pass() throws InterruptedException {
    reached.countDown();
    open.await();
  }
}
