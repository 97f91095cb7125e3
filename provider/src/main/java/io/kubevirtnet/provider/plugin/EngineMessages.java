package io.kubevirtnet.provider.plugin;

import io.grpc.Context;
import io.kubevirtnet.provider.resource.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pulumirpc.EngineOuterClass.LogSeverity;

/**
 * Lines about one resource. Each is waited for a little, so that it comes before the answer; only
 * threads that may wait use it.
 */
record EngineMessages(Channels channels, Optional<String> engine, String urn) implements Messages {
  private static final long PATIENCE_SECONDS = 5;

  @Override
  public void info(String text) {
    print(new EngineLog.Line(LogSeverity.INFO, text));
  }

  @Override
  public void warning(String text) {
    print(new EngineLog.Line(LogSeverity.WARNING, text));
  }

  @Override
  public void debug(String text) {
    print(new EngineLog.Line(LogSeverity.DEBUG, text));
  }

  @Override
  public void status(String text) {
    print(new EngineLog.Line(LogSeverity.INFO, text, true));
  }

  private void print(EngineLog.Line line) {
    engine.ifPresent(
        address -> {
          var lease = channels.lease(address);
          var printed =
              new EngineLog(Optional.of(lease.channel()), Context.ROOT)
                  .print(urn, List.of(line))
                  .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                  .handle((done, lost) -> true)
                  .whenComplete((done, problem) -> lease.close());
          waitFor(printed);
        });
  }

  /** An interrupted thread still says what it has to say. */
  private static void waitFor(java.util.concurrent.CompletableFuture<?> printed) {
    boolean interrupted = Thread.interrupted();
    printed.join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
