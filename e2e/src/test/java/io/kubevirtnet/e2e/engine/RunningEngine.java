package io.kubevirtnet.e2e.engine;

import io.kubevirtnet.e2e.cluster.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An engine that works in the background and can be killed. */
public final class RunningEngine {
  private static final Duration START = Duration.ofSeconds(60);

  private final EngineCommand command;
  private final CompletableFuture<Run> run;

  RunningEngine(EngineCommand command, CompletableFuture<Run> run) {
    this.command = command;
    this.run = run;
  }

  /** Plugin processes of the engine, once there are at least so many; they are its descendants. */
  public List<ProcessHandle> awaitPlugins(int atLeast) {
    Deadline.in(START)
        .await(atLeast + " plugin processes", () -> run.isDone() || plugins().size() >= atLeast);
    return plugins();
  }

  public List<ProcessHandle> plugins() {
    return command.process().stream().flatMap(ProcessHandle::descendants).toList();
  }

  /**
   * The engine's plugin process whose command line contains a text, once it is there; a launcher
   * that starts it is not meant.
   */
  public ProcessHandle awaitPlugin(String inCommandLine) {
    return Deadline.in(START)
        .awaitValue("a plugin with " + inCommandLine, () -> plugin(inCommandLine));
  }

  private Optional<ProcessHandle> plugin(String inCommandLine) {
    return plugins().stream()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains(inCommandLine))
                    .isPresent())
        .filter(process -> process.children().findAny().isEmpty())
        .findFirst();
  }

  /** Ends the engine as {@code kill -9} does: it cannot stop its plugins. */
  public void kill() {
    Deadline.in(START).awaitValue("the engine process", command::process).destroyForcibly();
  }

  /** What Ctrl-C does: it asks its plugins to stop and waits for them. */
  public void interrupt() {
    ProcessHandle engine = Deadline.in(START).awaitValue("the engine process", command::process);
    try {
      new ProcessBuilder("kill", "-INT", String.valueOf(engine.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public boolean isDone() {
    return run.isDone();
  }

  /** The finished run; a killed one did not succeed. */
  public Run await(Duration limit) {
    try {
      return run.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the engine has not ended within " + limit, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
