package io.kubevirtnet.provider.preview;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The process of a program. It never outlives this JVM, however that ends. */
final class ProgramProcess implements AutoCloseable {
  private static final int KILLED = 137;

  private final Thread end = new Thread(this::end, "end of the program");
  private Optional<Process> process = Optional.empty();
  private boolean ending;

  /** Starts it, unless this JVM ends already. */
  Process start(Supplier<Process> program) {
    try {
      // Before it is started: Ctrl-C may come in between.
      Runtime.getRuntime().addShutdownHook(end);
    } catch (IllegalStateException e) {
      awaitEnd();
    }
    return started(program);
  }

  private synchronized Process started(Supplier<Process> program) {
    var started = program.get();
    process = Optional.of(started);
    return started;
  }

  private synchronized void end() {
    ending = true;
    process.ifPresent(ProgramProcess::kill);
  }

  private synchronized boolean isEnding() {
    return ending;
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  int await(Duration deadline) {
    var running = running();
    try {
      boolean ended = running.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (isEnding()) {
        awaitEnd();
      }
      if (ended) {
        return running.exitValue();
      }
      kill(running);
      running.waitFor();
      throw new UnusableProgram(
          "The program did not end within " + deadline.toSeconds() + " s and was stopped.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return KILLED;
    }
  }

  private synchronized Process running() {
    return process.orElseThrow();
  }

  private synchronized void stop() {
    process.ifPresent(Process::destroyForcibly);
  }

  /** Nobody is told what became of a program that was stopped with us. */
  private static void awaitEnd() {
    while (true) {
      LockSupport.park();
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      awaitEnd();
    }
  }
}
