package io.kubevirtnet.provider.plugin;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the engine which started this plugin is gone, however it ended. Its process is the
 * parent, unless a shell stands in between, so its connection is watched as well.
 */
final class EngineWatch {
  private static final long FIRST_ANSWER_SECONDS = 5;

  private final ManagedChannel engine;
  private final Runnable gone;

  private EngineWatch(ManagedChannel engine, Runnable gone) {
    this.engine = engine;
    this.gone = gone;
  }

  /**
   * @param parent the process that started this one, as it was at the start: later it may be gone
   *     and another have taken its place
   */
  static void start(
      ManagedChannel engine,
      Optional<ProcessHandle> parent,
      ScheduledExecutorService timer,
      Runnable gone) {
    var watch = new EngineWatch(engine, gone);
    parent.ifPresent(
        process -> {
          var unused = process.onExit().thenRun(gone);
        });
    watch.look();
    var unused = timer.schedule(watch::giveUp, FIRST_ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  /** The engine listens before it starts a plugin: whoever refuses a connection has ended. */
  private void look() {
    var state = engine.getState(true);
    switch (state) {
      case TRANSIENT_FAILURE -> gone.run();
      case IDLE, CONNECTING, READY -> engine.notifyWhenStateChanged(state, this::look);
      case SHUTDOWN -> {}
    }
  }

  private void giveUp() {
    if (engine.getState(false) == ConnectivityState.CONNECTING) {
      gone.run();
    }
  }
}
