package io.kubevirtnet.provider.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlanExamples;
import io.kubevirtnet.provider.plan.RandomPlans;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanPageTest {
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile(" href=\"#([^\"]*)\"");
  private static final Pattern ELEMENT = Pattern.compile("<([a-z]+[0-9]?)");

  static Stream<Plan> plans() {
    var examples = PlanExamples.all().entrySet().stream().sorted(Map.Entry.comparingByKey());
    return Stream.concat(
        examples.map(Map.Entry::getValue), LongStream.range(0, 20).mapToObj(RandomPlans::of));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyLinkLeadsToOnePlace(Plan plan) {
    var page = PlanPage.of(plan, "Something happens.");

    var ids = found(ID, page);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(new HashSet<>(ids)).containsAll(new HashSet<>(found(LINK, page)));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void nothingOfThePlanIsMarkup(Plan plan) {
    var page = PlanPage.of(plan, "<img src=x onerror=alert(1)>");

    assertThat(found(ELEMENT, page)).doesNotContain("img", "iframe", "object", "b");
    assertThat(page).containsOnlyOnce("<script>").containsOnlyOnce("<style>");
    assertThat(page.codePoints().filter(c -> c < ' ' && c != '\n' && c != '\t')).isEmpty();
    assertThat(page).doesNotContain("\u202e", "\u2028");
  }

  @ParameterizedTest
  @MethodSource("plans")
  void thePageIsTheSameEachTime(Plan plan) {
    assertThat(PlanPage.of(plan, "v")).isEqualTo(PlanPage.of(plan, "v"));
  }

  @Test
  void thePolicyAllowsItsOwnStyleAndScriptAndNothingElse() {
    assertThat(PlanPage.of(PlanExamples.empty(), "Nothing changes."))
        .containsPattern(
            "content=\"default-src &#39;none&#39;; style-src &#39;sha256-[^;]*&#39;;"
                + " script-src &#39;sha256-[^;]*&#39;; base-uri &#39;none&#39;;"
                + " form-action &#39;none&#39;\"");
  }

  @Test
  void theGravestComesFirst() {
    var page = PlanPage.of(PlanExamples.trouble(), "Trouble.");

    assertThat(List.of("class=\"says\"", "id=\"risks\"", "id=\"findings\"", "id=\"nodes\""))
        .extracting(page::indexOf)
        .doesNotContain(-1)
        .isSorted();
    assertThat(
            List.of(
                "id=\"nodes\"",
                "id=\"machines\"",
                "id=\"objects\"",
                "id=\"joins\"",
                "id=\"left-behind\"",
                "id=\"not-checked\""))
        .extracting(page::indexOf)
        .doesNotContain(-1)
        .isSorted();
  }

  @Test
  void aPlanOfNothingIsAShortPage() {
    assertThat(PlanPage.of(PlanExamples.empty(), "Nothing changes."))
        .contains("Nothing changes.", "12 unchanged")
        .doesNotContain("<section");
  }

  @Test
  void whatIsTooMuchIsCounted() {
    var page = PlanPage.of(PlanExamples.huge(20_000), "Much.");

    assertThat(page.length()).isLessThan(15_000_000);
    assertThat(page).containsPattern("And [0-9,]+ more objects\\.");
  }

  private static List<String> found(Pattern pattern, String page) {
    return pattern.matcher(page).results().map((MatchResult m) -> m.group(1)).toList();
  }
}
