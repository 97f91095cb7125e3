package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlanExamples;
import io.kubevirtnet.provider.plan.RandomPlans;
import io.kubevirtnet.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMarkdownTest {
  private static final Path RESOURCES = Path.of("src/test/resources/report");
  private static final int PLANS = 2_000;

  @ParameterizedTest
  @ValueSource(strings = {"empty", "site", "unseen", "trouble", "failing", "hostile"})
  void saysWhatHappens(String name) {
    Golden.compare(
        RESOURCES.resolve(name + ".md"),
        PlanMarkdown.of(Objects.requireNonNull(PlanExamples.all().get(name))));
  }

  @Test
  void saysWhatItLeavesOut() {
    var comment = PlanMarkdown.of(PlanExamples.huge(3_000));

    assertThat(comment).hasSizeBetween(50_000, PlanMarkdown.LIMIT);
    assertThat(comment.lines())
        .last()
        .asString()
        .matches("Cut at 65,536 characters: .*[\\d,]+ objects.* not shown; .* has all\\.");
    assertThat(comment)
        .contains("**1,300 risks to acknowledge**: 1,000 attachment-in-use, 300 restart.")
        .contains("| NetworkAttachmentDefinition | 1,000 | 0 | 1,000 | 0 | 1,000 |")
        .contains("--acknowledge 'attachment-in-use'");
  }

  @Test
  void showsWhatComponentsSaid() {
    var comment =
        PlanMarkdown.of(
            PlanExamples.unseen(),
            PlanMarkdown.LIMIT,
            List.of(new Note("BridgeNetwork br1", "warning: `x`\n  ```\n  <b>")));

    assertThat(comment)
        .contains(
            "Said by <code>BridgeNetwork br1</code>:\n\n````\nwarning: `x`\n  ```\n  <b>\n````\n");
  }

  @Test
  void staysWithinItsLimitWhateverThePlan() {
    var random = new Random(7);
    for (long seed = 0; seed < PLANS; seed++) {
      var plan = RandomPlans.of(seed);
      int limit = PlanMarkdown.SMALLEST + random.nextInt(60_000);

      var comment = PlanMarkdown.of(plan, limit);

      assertThat(comment.length()).as("seed %d", seed).isLessThanOrEqualTo(limit);
      assertThat(MarkdownShape.problem(comment)).as("seed %d, %d", seed, limit).isEmpty();
      assertThat(missing(plan, comment)).as("seed %d, %d", seed, limit).isEmpty();
    }
  }

  @Test
  void refusesALimitThatHasNoRoomForTheVerdict() {
    assertThatThrownBy(() -> PlanMarkdown.of(PlanExamples.empty(), 100))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@team",
        "a@b.c",
        "#123",
        "GH-12",
        "!7",
        "https://evil",
        "www.evil",
        "~label",
        "owner/x#1"
      })
  void callsNobodyAndLinksNothing(String text) {
    assertThat(MarkdownText.of(text)).contains("&#8203;");
    assertThat(MarkdownText.of(text).replace("&#8203;", "").replaceAll("&#(\\d+);", ""))
        .doesNotContainPattern("[@#!~]");
  }

  @Test
  void cutsBetweenTwoCharactersOnly() {
    var text = "a<\ud83d\ude80>b".repeat(20);

    for (int longest = 1; longest < 200; longest++) {
      var cut = MarkdownText.of(text, longest);

      assertThat(cut.length()).isLessThanOrEqualTo(Math.max(1, longest));
      assertThat(cut)
          .doesNotContainPattern("&[^;]*($|&)")
          .doesNotMatch(".*[\ud800-\udbff](?![\udc00-\udfff]).*");
    }
  }

  /** What must be there however little room there is. */
  private static String missing(Plan plan, String comment) {
    var verdict = MarkdownText.of(PlanVerdict.of(plan), 2_000);
    if (!comment.startsWith("## Network plan\n\n" + verdict + "\n\n")) {
      return "verdict";
    }
    if (!plan.risks().isEmpty() && !comment.contains("to acknowledge**: ")) {
      return "risks";
    }
    boolean cut = comment.contains("\nCut at ") || comment.contains("\n\nCut at ");
    boolean more = comment.contains("… and ") && comment.contains(" more.\n");
    if (more && !cut) {
      return "cut";
    }
    return plan.resources().isEmpty() || comment.contains("| Kind | Deleted |") ? "" : "counts";
  }
}
