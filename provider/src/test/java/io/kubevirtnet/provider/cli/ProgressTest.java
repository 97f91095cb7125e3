package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.cli.Progress.Form;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  @Test
  void rewritesOneLineAndTakesItAway() throws Exception {
    var err = new Watched("reading nodes, ");
    try (var progress = new Progress(new PrintWriter(err), Form.LINE, 40, SOON)) {
      progress.step("reading nodes");
      err.await();
    }

    assertThat(err.toString())
        .startsWith("\r\u001b[Kreading nodes, 0 s")
        .endsWith("\r\u001b[K")
        .doesNotContain("\n");
  }

  @Test
  void cutsWhatWouldBreakTheLine() throws Exception {
    var err = new Watched("aaaa");
    try (var progress = new Progress(new PrintWriter(err), Form.LINE, 10, SOON)) {
      progress.step("a".repeat(50));
      err.await();
    }

    assertThat(err.toString()).contains("a".repeat(9)).doesNotContain("a".repeat(10));
  }

  @Test
  void saysEachStepOnceWhereNobodyRewritesLines() throws Exception {
    var first = new Watched("one\n");
    try (var progress = new Progress(new PrintWriter(first), Form.LINES, 40, SOON)) {
      progress.step("one");
      first.await();
      progress.step("");
    }

    assertThat(first.toString().lines()).containsExactly("one");
  }

  @Test
  void saysNothingOfWhatIsQuickOrOfWhatNobodyWatches() {
    var err = new StringWriter();
    try (var quick = new Progress(new PrintWriter(err), Form.LINE, 40, NEVER);
        var unseen = new Progress(new PrintWriter(err), Form.NONE, 40, SOON)) {
      quick.step("one");
      unseen.step("two");
    }

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theLauncherSaysWhatIsATerminal() {
    assertThat(Terminal.of("", Map.of("COLUMNS", "70")))
        .isEqualTo(new Terminal(false, false, Terminal.USUAL_WIDTH));
    assertThat(Terminal.of("out,err", Map.of("COLUMNS", "70")))
        .isEqualTo(new Terminal(true, true, 70));
    assertThat(Terminal.of("out", Map.of("COLUMNS", "3")).width()).isEqualTo(40);
    assertThat(Terminal.of("out", Map.of("COLUMNS", "wide")).width())
        .isEqualTo(Terminal.USUAL_WIDTH);
  }

  @Test
  void coloursAreForTerminalsUnlessSomebodyInsists() {
    var terminal = Terminal.of("out", Map.of());
    var file = Terminal.of("", Map.of());

    assertThat(terminal.isColoured(Terminal.Colours.AUTO, Map.of())).isTrue();
    assertThat(terminal.isColoured(Terminal.Colours.AUTO, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(terminal.isColoured(Terminal.Colours.AUTO, Map.of("TERM", "dumb"))).isFalse();
    assertThat(terminal.isColoured(Terminal.Colours.NEVER, Map.of())).isFalse();
    assertThat(file.isColoured(Terminal.Colours.AUTO, Map.of())).isFalse();
    assertThat(file.isColoured(Terminal.Colours.ALWAYS, Map.of("NO_COLOR", "1"))).isTrue();
  }

  /** Counts down when something was written. */
  private static final class Watched extends Writer {
    private final StringBuffer text = new StringBuffer();
    private final String awaited;
    private final CountDownLatch written = new CountDownLatch(1);

    Watched(String awaited) {
      this.awaited = awaited;
    }

    @Override
    public void write(char[] more, int from, int length) {
      text.append(more, from, length);
      if (text.toString().contains(awaited)) {
        written.countDown();
      }
    }

    void await() throws InterruptedException {
      assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
