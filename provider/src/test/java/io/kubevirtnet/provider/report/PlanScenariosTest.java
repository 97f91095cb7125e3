package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.page.PlanPage;
import io.kubevirtnet.provider.plan.Acceptance;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan says of things that happen to people, in each of its forms. */
class PlanScenariosTest {
  private static final Path PLANS = Path.of("src/test/resources/plans");
  private static final int FEWEST = 28;

  private static final List<Rendering> RENDERINGS =
      List.of(
          new Rendering("plan.txt", p -> PlanText.of(p, Style.PLAIN)),
          new Rendering("plan.md", PlanMarkdown::of),
          new Rendering("plan.json", PlanScenariosTest::json),
          new Rendering("plan.html", PlanScenariosTest::html));

  /**
   * One form.
   *
   * @param file in the folder of the scenario
   */
  record Rendering(String file, Function<Plan, String> form) {}

  private static String json(Plan plan) {
    var accepted = Acceptance.none().of(plan);
    return PlanJson.of(new PlanDocument(PlanVerdict.of(plan), accepted));
  }

  /** Styles and the script are the same in all of them. */
  private static String html(Plan plan) {
    return PlanPage.of(plan, PlanVerdict.of(plan))
        .replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>")
        .replaceAll("sha256-[^&]*", "")
        .replace("><", ">\n<");
  }

  static List<String> scenarios() throws IOException {
    try (Stream<Path> folders = Files.list(PLANS)) {
      return folders.filter(Files::isDirectory).map(f -> f.getFileName() + "").sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void saysWhatHappens(String name) {
    var plan = Scenario.in(PLANS.resolve(name)).plan();

    for (var rendering : RENDERINGS) {
      Golden.compare(PLANS.resolve(name).resolve(rendering.file()), rendering.form().apply(plan));
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void saysTheSameInWhateverOrderItReads(String name) {
    var scenario = Scenario.in(PLANS.resolve(name));
    var plan = scenario.plan();

    for (long seed = 1; seed <= 3; seed++) {
      var other = scenario.shuffled(seed).plan();

      assertThat(other).as("seed %d", seed).isEqualTo(plan);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void findsNothingBetweenASideAndItself(String name) {
    var plan = Scenario.in(PLANS.resolve(name)).again();

    assertThat(plan.isEmpty()).as(PlanText.of(plan, Style.PLAIN)).isTrue();
    assertThat(plan.risks()).isEmpty();
    assertThat(plan.findings()).noneMatch(f -> f.arises());
    assertThat(plan.joins()).noneMatch(j -> j.arises());
    assertThat(PlanVerdict.of(plan)).startsWith("Nothing changes");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void writesCommentsThatAreWhole(String name) {
    var comment = PlanMarkdown.of(Scenario.in(PLANS.resolve(name)).plan());

    assertThat(comment).hasSizeLessThanOrEqualTo(PlanMarkdown.LIMIT);
    assertThat(MarkdownShape.problem(comment)).isEmpty();
  }

  @Test
  void hasManyScenarios() throws IOException {
    assertThat(scenarios()).hasSizeGreaterThanOrEqualTo(FEWEST);
  }
}
