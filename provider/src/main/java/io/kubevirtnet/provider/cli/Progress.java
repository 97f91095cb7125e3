package io.kubevirtnet.provider.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says what is going on when it takes a while: one line that is written anew, or on request one
 * line for each step where nobody can rewrite any.
 */
final class Progress implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final String START_OF_LINE = "\r\u001b[K";

  /** How it is said. */
  enum Form {
    NONE,
    LINE,
    LINES
  }

  private final PrintWriter out;
  private final Form form;
  private final int width;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService clock;
  private String step = "";
  private String said = "";
  private boolean closed;

  Progress(PrintWriter out, Form form, int width, Duration silence) {
    this.out = out;
    this.form = form;
    this.width = width;
    this.clock = Executors.newSingleThreadScheduledExecutor(Progress::thread);
    if (form != Form.NONE) {
      var unused =
          clock.scheduleAtFixedRate(
              this::tell,
              silence.toMillis(),
              Math.max(1, silence.toMillis() / 2),
              TimeUnit.MILLISECONDS);
    }
  }

  static Progress start(PrintWriter err, Terminal terminal, boolean insists) {
    var form = terminal.err() ? Form.LINE : insists ? Form.LINES : Form.NONE;
    return new Progress(err, form, terminal.width(), SILENCE);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "progress");
    thread.setDaemon(true);
    return thread;
  }

  /** What is under way from now on. */
  synchronized void step(String what) {
    step = what;
  }

  private synchronized void tell() {
    if (closed || step.isEmpty()) {
      return;
    }
    if (form == Form.LINE) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      var line = step + ", " + seconds + " s";
      out.print(START_OF_LINE + line.substring(0, Math.min(line.length(), width - 1)));
      out.flush();
    } else if (!said.equals(step)) {
      out.println(step);
      out.flush();
    }
    said = step;
  }

  /** Nothing of a rewritten line stays. */
  @Override
  public synchronized void close() {
    clock.shutdownNow();
    if (!closed && form == Form.LINE && !said.isEmpty()) {
      out.print(START_OF_LINE);
      out.flush();
    }
    closed = true;
  }
}
