package io.kubevirtnet.e2e.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.pulumi.Context;
import io.kubevirtnet.component.Catalogue;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the engine prints for inputs that are wrong on purpose. */
class BadInputsIT {
  private static final String STACK_TRACE = "\tat ";

  /**
   * Found in a preview's unknowns, in what becomes of an Output, between two, with another
   * configuration of the stack, with an attachment of another kind, in a resource that is no
   * component, or when a controller or the plugin has answered.
   */
  private static final List<String> ELSEWHERE =
      List.of(
          "KVN-P095",
          "KVN-T050",
          "KVN-T080",
          "KVN-V100",
          "KVN-V116",
          "KVN-V129",
          "KVN-V133",
          "KVN-X005",
          "KVN-X009",
          "KVN-X057",
          "KVN-X058",
          "KVN-X043");

  @Test
  void coversEveryErrorOfTheCatalogue() {
    var covered = new TreeSet<>(ELSEWHERE);
    BadInput.all().stream()
        .flatMap(c -> c.finds().stream())
        .map(f -> f.substring(0, f.indexOf(' ')))
        .forEach(covered::add);

    assertThat(BadInput.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(Catalogue.ALL)
        .filteredOn(r -> r.severity() == Severity.ERROR)
        // The others are found in desired states, definitions and objects alone, which are compared
        // with the tools themselves, or need a cluster.
        .filteredOn(r -> r.example().contains("type: kubevirtnet:"))
        .extracting(Rule::code)
        .isSubsetOf(covered);
  }

  @TestFactory
  Stream<DynamicTest> refusesAllTogetherAsALibrary() {
    Run run = preview("bad-library", AnyComponent.LIBRARY, BadInput.all());
    var named =
        BadInput.all().stream().map(bad -> dynamicTest(bad.name(), () -> library(bad, run)));
    return Stream.concat(named, Stream.of(dynamicTest("together", () -> together(run))));
  }

  private static void library(BadInput bad, Run run) {
    var messages =
        run.errors().stream()
            .filter(d -> d.urn().endsWith("::" + bad.name()))
            .map(Diagnostic::message)
            .toList();

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).strip())
        .startsWith(
            bad.finds().size() == 1
                ? "1 problem in " + bad.name() + ":"
                : bad.finds().size() + " problems in " + bad.name() + ":");
    assertThat(messages.get(0).strip().lines().skip(1))
        .hasSize(bad.finds().size())
        .allSatisfy(line -> assertThat(bad.finds()).anySatisfy(f -> assertFinding(line, f, ": ")));
  }

  private static void together(Run run) {
    assertThat(run.succeeded()).isFalse();
    assertThat(run.errors())
        .extracting(Diagnostic::urn)
        .filteredOn(urn -> urn.contains("kubevirtnet:index:"))
        .hasSize(BadInput.all().size());
    assertThat(run.errors())
        .extracting(Diagnostic::message)
        .anySatisfy(m -> assertThat(m).contains(BadInput.all().size() + " components have errors"));
    assertThat(run.stdout() + run.stderr()).doesNotContain(STACK_TRACE, BadInput.CANARY);
  }

  @TestFactory
  Stream<DynamicTest> refusesEachKindThroughThePlugin() {
    return oneOfEachKind().map(bad -> dynamicTest(bad.name(), () -> plugin(bad)));
  }

  /**
   * The engine stops at the first refusal, so that each case takes a run of its own. The rules are
   * the library's; what the plugin does itself differs with the shape of a path, the number of
   * findings, and secrets.
   */
  private static Stream<BadInput> oneOfEachKind() {
    var kinds = new LinkedHashMap<List<Object>, BadInput>();
    for (var bad : BadInput.all()) {
      var shape = bad.finds().get(0).replaceFirst("^\\S+", "").replaceAll("[\\w-]+", "name");
      boolean secret = bad.inputs().toString().contains(BadInput.CANARY);
      kinds.putIfAbsent(List.of(bad.type(), shape, bad.finds().size() > 1, secret), bad);
    }
    return kinds.values().stream();
  }

  private static void plugin(BadInput bad) {
    Run run = preview("bad-plugin", AnyComponent.PLUGIN, List.of(bad));

    assertThat(run.succeeded()).isFalse();
    var printed = run.stdout() + run.stderr();
    assertThat(printed)
        .contains(
            "kubevirtnet:index:" + bad.type() + " resource '" + bad.name() + "' has a problem")
        .contains(bad.finds().size() == 1 ? "1 problem in " : bad.finds().size() + " problems in ");
    assertThat(bad.finds())
        .allSatisfy(
            finding ->
                assertThat(printed.lines()).anySatisfy(line -> assertFinding(line, finding, "")));
    assertThat(printed).doesNotContain("at io.kubevirtnet.provider", BadInput.CANARY);
  }

  /** The line has the code, the path, the reason of the catalogue, and ends with what to do. */
  private static void assertFinding(String line, String finding, String afterPath) {
    var code = finding.substring(0, finding.indexOf(' '));
    var path = finding.substring(finding.indexOf(' ') + 1);
    assertThat(line)
        .contains(code)
        .contains(path + afterPath)
        .contains(Catalogue.find(code).orElseThrow().why())
        .matches("(?s).*[.?]");
  }

  private static Run preview(String project, AnyComponent.Mode mode, List<BadInput> bad) {
    Consumer<Context> program =
        ctx -> {
          var good = BadInput.Good.make(mode);
          bad.forEach(b -> b.make(mode, good));
        };
    try (Stack stack =
        Stack.inProject(project)
            .cluster(LocalCluster.shared())
            .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
            .open()) {
      return stack.preview(program);
    }
  }
}
