package io.kubevirtnet.provider.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.cli.LineSource.Line;
import io.kubevirtnet.provider.manifest.LineCheck;
import io.kubevirtnet.provider.report.FindingJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Checks lines as they come, each by itself, and answers each with one line in the same order.
 * Memory holds a few batches, however long the stream is; an answer never waits for a line that has
 * not come yet.
 */
final class CheckStream implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int WORKERS = 2;
  private static final int BATCH_LINES = 128;
  private static final int BATCH_BYTES = 1024 * 1024;
  private static final int BATCHES_AHEAD = 6;

  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private final Deque<CompletableFuture<Answers>> pending = new ArrayDeque<>();
  private final LineCheck check;
  private final PrintWriter out;
  private List<Line> batch = new ArrayList<>();
  private int bytes;
  private boolean errors;

  CheckStream(LineCheck check, PrintWriter out) {
    this.check = check;
    this.out = out;
  }

  private record Answers(String text, boolean errors) {}

  /** Answers all lines of a source; ends early when nobody reads the answers any more. */
  void run(LineSource lines) throws IOException {
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      batch.add(line.get());
      bytes += line.get().bytes().length;
      if (batch.size() == BATCH_LINES || bytes > BATCH_BYTES) {
        start();
        writeDownTo(BATCHES_AHEAD);
      }
      if (lines.wouldWait()) {
        start();
        writeDownTo(0);
        if (out.checkError()) {
          return;
        }
      }
    }
    start();
    writeDownTo(0);
  }

  /** Whether any line had an error. */
  boolean errors() {
    return errors;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private void start() {
    if (!batch.isEmpty()) {
      var lines = batch;
      pending.add(CompletableFuture.supplyAsync(() -> answers(lines), workers));
      batch = new ArrayList<>();
      bytes = 0;
    }
  }

  private void writeDownTo(int left) {
    while (pending.size() > left) {
      var answers = pending.remove().join();
      out.write(answers.text());
      errors = errors || answers.errors();
    }
  }

  private Answers answers(List<Line> lines) {
    var text = new StringWriter();
    boolean errors = false;
    for (var line : lines) {
      var findings = line.tooLong() ? LineCheck.tooLong() : check.check(line.bytes());
      text.append(json(findings)).append('\n');
      errors = errors || findings.stream().anyMatch(Finding::isError);
    }
    return new Answers(text.toString(), errors);
  }

  private static String json(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "[]";
    }
    var text = new StringWriter();
    try (var json = MAPPER.createGenerator(text)) {
      json.writeStartArray();
      for (var finding : findings) {
        FindingJson.write(finding, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }
}
