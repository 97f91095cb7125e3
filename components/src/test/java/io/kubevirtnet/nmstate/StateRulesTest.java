package io.kubevirtnet.nmstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.testing.StateExample;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StateRulesTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/nmstate");

  /** The examples of src/test/resources/nmstate, by subject. */
  @TestFactory
  Stream<DynamicTest> judges() {
    return Stream.of(
            "values", "addresses", "bridges", "bonds", "ovs", "links", "traffic", "captures")
        .flatMap(
            subject ->
                documents(subject)
                    .map(d -> DynamicTest.dynamicTest(subject + ": " + nameOf(d), () -> judge(d))));
  }

  private static void judge(String document) throws IOException {
    var expected = YamlStack.YAML.readValue(document, Map.class);
    var report = StateExample.check(document);

    assertThat(report.findings())
        .extracting(f -> f.code() + " " + words(f))
        .containsExactlyElementsOf(texts(expected.get("finds")));
    if (expected.containsKey("notChecked")) {
      assertThat(report.notChecked())
          .extracting(Report.NotChecked::toString)
          .containsExactlyElementsOf(texts(expected.get("notChecked")));
    }
  }

  @Test
  void leavesOpenWhatAPreviewCanNotTell() {
    var unknown = new Unknown(Marks.NONE);
    var desired =
        Tree.of(
            "interfaces",
            Tree.items(
                Tree.of("name", "bond0")
                    .with("type", "bond")
                    .with(
                        "link-aggregation",
                        Tree.of("mode", unknown).with("port", Tree.items(unknown, "dummy1"))),
                Tree.of("name", "br1").with("type", unknown),
                Tree.of("name", "dummy1").with("type", "dummy"),
                Tree.of("name", "dummy2").with("type", "dummy").with("controller", "br1")));

    var report = check(desired, Optional.of(NetworkState.EMPTY));

    assertThat(report.findings()).isEmpty();
    assertThat(report.notChecked())
        .extracting(Report.NotChecked::toString)
        .contains(
            "state.interfaces[0][\"link-aggregation\"].mode: known after apply",
            "state.interfaces[3].controller: an interface that is not known yet may be meant")
        .hasSize(4);
  }

  @Test
  void printsNothingSecret() {
    var secret = new Scalar("hunter2", new Marks(true, Set.of()));
    var desired =
        Tree.of(
            "interfaces",
            Tree.items(
                Tree.of("name", "dummy1").with("type", "dummy").with("state", secret),
                Tree.of("name", "dummy2").with("type", "dummy").with("mtu", secret)));

    var report = check(desired, Optional.empty());

    assertThat(report.findings()).hasSize(2);
    assertThat(report.findings().toString()).doesNotContain("hunter2");
  }

  @Test
  void namesTheInputThatAnAuthorWrote() {
    var mtu = Tree.of((Object) 90000).writtenAt(PropertyPath.ROOT.child("mtu"));
    var desired =
        Tree.of(
            "interfaces",
            Tree.items(Tree.of("name", "eth1").with("type", "ethernet").with("mtu", mtu)));
    var current =
        StateExample.tree("interfaces: [{name: eth1, type: ethernet, min-mtu: 68, max-mtu: 1500}]");

    var report = check(desired, Optional.of(new NetworkState(current)));

    assertThat(report.findings())
        .extracting(Finding::path)
        .containsExactly(new PropertyPath("mtu"));
  }

  @Test
  void onlyWarnsOfWhatOnlyTheNodeCouldHave() {
    var findings =
        StateExample.findings(
            """
            desired:
              routes: {config: [{destination: 198.51.100.0/24, next-hop-interface: eth1}]}
            """);

    assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING);
    assertThat(findings).allMatch(f -> f.upstream().isPresent());
  }

  private static Report check(Fields desired, Optional<NetworkState> current) {
    var report = new Report();
    StateRules.check(desired, current, new PropertyPath("state"), report);
    return report;
  }

  private static String words(Finding finding) {
    return finding.upstream().map(Upstream::message).orElse(finding.what());
  }

  private static String nameOf(String document) {
    return document.lines().findFirst().orElseThrow().substring("name: ".length());
  }

  private static Stream<String> documents(String subject) {
    try {
      return Stream.of(Files.readString(EXAMPLES.resolve(subject + ".yaml")).split("(?m)^---\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list)).stream().map(String::valueOf).toList();
  }
}
