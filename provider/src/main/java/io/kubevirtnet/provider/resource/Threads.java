package io.kubevirtnet.provider.resource;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that wait for somebody else, and never keep the plugin from ending. */
public final class Threads {
  private Threads() {}

  public static ExecutorService named(String name) {
    return Executors.newCachedThreadPool(
        work -> {
          var thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
