package io.kubevirtnet.e2e.life;

import static java.util.stream.Collectors.joining;

import io.kubevirtnet.e2e.life.MessageDesk.Line;
import java.util.List;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param step what the engine did: create, update, delete, refresh, same, or none when the check
 *     refused
 * @param error what the plugin failed with
 * @param lines what it said meanwhile
 */
record Outcome(String step, Optional<String> error, List<Line> lines) {
  Outcome {
    lines = List.copyOf(lines);
  }

  /** This, when nothing went wrong. */
  Outcome orThrow() {
    error.ifPresent(
        text -> {
          throw new AssertionError(step + " failed: " + text + "\n" + text());
        });
    return this;
  }

  /** The error of a run that has to fail. */
  String failure() {
    return error.orElseThrow(() -> new AssertionError(step + " has not failed:\n" + text()));
  }

  /** Lines of progress, in order. */
  List<String> progress() {
    return lines.stream().filter(Line::passing).map(Line::text).toList();
  }

  List<String> warnings() {
    return lines.stream().filter(l -> l.severity().equals("warning")).map(Line::text).toList();
  }

  /** Everything that was said, a line each. */
  String text() {
    return lines.stream()
        .map(line -> line.severity() + (line.passing() ? " ... " : ": ") + line.text())
        .collect(joining("\n"));
  }
}
