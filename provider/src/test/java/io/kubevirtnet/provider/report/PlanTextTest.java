package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.plan.PlanExamples;
import io.kubevirtnet.provider.plan.RandomPlans;
import io.kubevirtnet.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTextTest {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");
  private static final Path RESOURCES = Path.of("src/test/resources/report");

  @ParameterizedTest
  @ValueSource(strings = {"empty", "site", "unseen", "trouble", "failing", "hostile", "huge"})
  void saysWhatHappens(String name) {
    Golden.compare(
        RESOURCES.resolve(name + ".txt"),
        PlanText.of(Objects.requireNonNull(PlanExamples.all().get(name)), Style.PLAIN));
  }

  @Test
  void coloursNothingThatIsNotSaidInWords() {
    var coloured = PlanText.of(PlanExamples.trouble(), new Style(true, 100));

    Golden.compare(RESOURCES.resolve("trouble.ansi.txt"), coloured.replace("\u001b", "<ESC>"));
    assertThat(coloured.replaceAll("\u001b\\[\\d*m", ""))
        .isEqualTo(PlanText.of(PlanExamples.trouble(), Style.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 72, 100, 160})
  void keepsToTheWidthOfTheTerminal(int width) {
    var text = PlanText.of(PlanExamples.trouble(), new Style(false, width));

    int longestWord = 75;
    assertThat(text.lines()).allMatch(l -> l.length() <= Math.max(width, longestWord));
  }

  @Test
  void showsWhatComponentsSaidAtTheComponents() {
    var notes =
        List.of(
            new Note("", "warning: a word about the whole"),
            new Note("BridgeNetwork br1", "info: nothing else is on ens4"),
            new Note("KubeVirtNodeType vm", "no object of its own: it goes into a node provider"),
            new Note(
                "VirtualMachine web", "VirtualMachineWiring vms/web\n  guest       version: 2"));

    Golden.compare(
        RESOURCES.resolve("notes.txt"), PlanText.of(PlanExamples.unseen(), Style.PLAIN, notes));
  }

  @Test
  void neverMovesTheCursorOfATerminal() {
    for (long seed = 0; seed < 100; seed++) {
      var text = PlanText.of(RandomPlans.of(seed), Style.PLAIN).replace("\n", "");

      assertThat(CONTROL.matcher(text).find()).as("seed %d", seed).isFalse();
    }
  }

  @Test
  void countsWhatItDoesNotShow() {
    var text = PlanText.of(PlanExamples.huge(3_000), Style.PLAIN);

    assertThat(text).contains("… and 900 more of the same kind; -o json has all of them.");
    assertThat(text.lines().count()).isLessThan(2_000);
  }

  @Test
  void obeysWhatTheTerminalSaysOfItself() {
    assertThat(Style.of(false, Map.of("COLUMNS", "60"))).isEqualTo(Style.PLAIN);
    assertThat(Style.of(true, Map.of("COLUMNS", "60"))).isEqualTo(new Style(true, 60));
    assertThat(Style.of(true, Map.of("COLUMNS", "3"))).isEqualTo(new Style(true, 40));
    assertThat(Style.of(true, Map.of("NO_COLOR", "1"))).isEqualTo(Style.PLAIN);
    assertThat(Style.of(true, Map.of("TERM", "dumb", "COLUMNS", "many"))).isEqualTo(Style.PLAIN);
  }
}
