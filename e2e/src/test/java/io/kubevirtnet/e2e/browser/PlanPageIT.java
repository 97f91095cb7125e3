package io.kubevirtnet.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.page.PlanPage;
import io.kubevirtnet.provider.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a plan, as people meet it. */
@TestInstance(Lifecycle.PER_CLASS)
class PlanPageIT {
  @TempDir private Path folder;
  private Browser browser;
  private String look;

  @BeforeAll
  void start() throws IOException {
    browser = Browser.start();
    try (var in = PlanPageIT.class.getResourceAsStream("look.js")) {
      look = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  void end() {
    browser.close();
  }

  static Stream<Plan> plans() {
    return Stream.of(SamplePlans.rich(), SamplePlans.hostile(), SamplePlans.many(200));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void complainsOfNothingAndAsksNobody(Plan plan) {
    var file = written(plan);
    try (var page = browser.page().open(file)) {
      asked(page, "openAll");

      assertThat(page.complaints(file)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void fitsAPhoneAndADesk(Plan plan) {
    try (var page = browser.page().open(written(plan))) {
      asked(page, "openAll");
      for (int width : new int[] {360, 1280}) {
        page.sized(width, 800);

        assertThat(asked(page, "wide")).as("at " + width).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void isReadWithoutEffort(String scheme) {
    try (var page = browser.page().sized(1280, 800).shownOn("screen", scheme)) {
      page.open(written(SamplePlans.rich()));
      asked(page, "openAll");

      assertThat(asked(page, "weak")).isEmpty();
      assertThat(asked(page, "headings")).isEmpty();
    }
  }

  @Test
  void everythingIsReachedByTabAndOpenedByEnter() {
    try (var page = browser.page().sized(1280, 800).open(written(SamplePlans.rich()))) {
      var reachable = asked(page, "reachable");
      for (var each : reachable) {
        page.tab();
        assertThat(page.eval("said(document.activeElement)").asText()).isEqualTo(each);
        if (each.startsWith("SUMMARY") && each.contains("legacy")) {
          page.enter();
          assertThat(page.eval("document.activeElement.parentElement.open").asBoolean()).isTrue();
          page.enter();
        }
      }
      assertThat(reachable).hasSizeGreaterThan(30).anyMatch(e -> e.contains("legacy"));
    }
  }

  @Test
  void theFilterShowsWhatItIsAskedFor() {
    try (var page = browser.page().open(written(SamplePlans.rich()))) {
      page.eval("document.getElementById('filter').focus()");
      page.type("vms/ l");
      page.eval("new Promise(r => setTimeout(r, 0))");

      assertThat(
              page.texts(
                  "[...document.querySelectorAll('.object:not([hidden]) .title code')]"
                      + ".map(e => e.textContent)"))
          .containsExactly(
              "NetworkAttachmentDefinition vms/legacy", "NetworkAttachmentDefinition vms/lan");
      assertThat(page.eval("document.getElementById('matches').textContent").asText())
          .isEqualTo("2 of 4 objects");
    }
  }

  @Test
  void withoutScriptsNothingIsOfferedThatNeedsThem() {
    try (var page = browser.page().withoutScripts().open(written(SamplePlans.rich()))) {
      assertThat(page.eval("document.getElementById('filter').checkVisibility()").asBoolean())
          .isFalse();
    }
  }

  @Test
  void paperShowsWhatIsFoldedOnTheScreen() {
    try (var page = browser.page().withoutScripts().open(written(SamplePlans.rich()))) {
      assertThat(asked(page, "folded")).isNotEmpty();

      page.shownOn("print", "dark");

      assertThat(asked(page, "folded")).isEmpty();
      assertThat(asked(page, "weak")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void boxesStandApartAndHoldTheirWords(Plan plan) {
    try (var page = browser.page().open(written(plan))) {
      assertThat(page.eval("document.querySelectorAll('.topology .box').length").asInt())
          .isGreaterThan(10);
      assertThat(asked(page, "overlapping")).isEmpty();
      assertThat(asked(page, "spilling")).isEmpty();
    }
  }

  @Test
  void oneSideIsShownByItself() {
    try (var page = browser.page().open(written(SamplePlans.rich()))) {
      var words =
          "[...document.querySelectorAll('.topology .label')].filter(e =>"
              + " e.getClientRects().length).map(e => e.textContent)";
      assertThat(page.texts(words)).contains("vms/legacy", "vms/storage");

      page.eval("document.querySelector('[value=before]').click()");
      assertThat(page.texts(words)).contains("vms/legacy").doesNotContain("vms/storage");

      page.eval("document.querySelector('[value=after]').click()");
      assertThat(page.texts(words)).contains("vms/storage").doesNotContain("vms/legacy");
    }
  }

  @Test
  void aBoxLeadsToTheDetailsOfItsObject() {
    try (var page = browser.page().open(written(SamplePlans.rich()))) {
      page.eval(
          "location.hash = document.querySelector('.attachment.changed a').getAttribute('href')");

      assertThat(
              page.texts(
                  "[...document.querySelectorAll('details[open] .title code')]"
                      + ".map(e => e.textContent)"))
          .containsExactly("NetworkAttachmentDefinition vms/lan");
    }
  }

  @Test
  void tenThousandObjectsStayOnePage() {
    var file = written(SamplePlans.many(10_000));
    try (var page = browser.page().open(file)) {
      assertThat(file.toFile().length()).isLessThan(15_000_000);
      assertThat(page.eval("document.querySelectorAll('.object').length").asInt())
          .isEqualTo(10_000);
      assertThat(page.complaints(file)).isEmpty();
      assertThat(asked(page, "wide")).isEmpty();
    }
  }

  private List<String> asked(BrowserPage page, String question) {
    if (!page.eval("typeof look !== 'undefined'").asBoolean()) {
      page.eval(look.replace("const ", "var "));
    }
    return page.texts("look." + question + "()");
  }

  private Path written(Plan plan) {
    try {
      return Files.writeString(
          Files.createTempFile(folder, "plan", ".html"),
          PlanPage.of(plan, "Not ready: 1 error. 4 objects change, and 2 risks are open."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
