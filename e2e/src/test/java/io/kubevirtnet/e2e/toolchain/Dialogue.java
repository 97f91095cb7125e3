package io.kubevirtnet.e2e.toolchain;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a program says that answers each line of its input by a line.
 *
 * @param answers in the order of the questions; fewer when it ended before
 * @param errors what else it said
 */
public record Dialogue(List<String> answers, String errors) {

  public static Dialogue with(List<String> command, List<String> questions) {
    try {
      Path errors = Files.createTempFile("dialogue", ".err");
      var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      var asked = CompletableFuture.runAsync(() -> ask(process, questions));
      List<String> answers;
      try (var out = process.inputReader(StandardCharsets.UTF_8)) {
        answers = out.lines().toList();
      }
      process.waitFor();
      asked.join();
      var said = Files.readString(errors);
      Files.delete(errors);
      return new Dialogue(answers, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The answers, if it has answered all. */
  public List<String> toAll(List<String> questions) {
    if (answers.size() != questions.size()) {
      throw new IllegalStateException("it ended after " + answers.size() + ": " + errors);
    }
    return answers;
  }

  private static void ask(Process process, List<String> questions) {
    try (BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8)) {
      for (var question : questions) {
        in.write(question);
        in.newLine();
      }
    } catch (IOException closed) {
      // It has ended; how is seen from what it said.
    }
  }
}
