package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.component.Catalogue;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.testing.StateExample;
import io.kubevirtnet.testing.YamlStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path PLACES =
      Path.of("src/main/resources/io/kubevirtnet/provider/cli/example-places.properties");

  @ParameterizedTest
  @ValueSource(strings = {"KVN-A007", "kvn-a007", "A007", "a007"})
  void explainsACodeHoweverItIsTyped(String code) {
    var run = CommandRun.of("explain", code);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith(
            """
            KVN-A007: VLAN 0
              about       Network attachments
              severity    error, fixed
            """)
        .contains("  lowered     It can not be: the cluster would refuse it,")
        .endsWith(
            """
            Example, at linuxBridge.vlan:
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1, vlan: 0}}
                                                                                ^
            """);
  }

  @Test
  void saysHowARuleIsLowered() {
    assertThat(CommandRun.of("explain", "a009").out())
        .contains(
            "  lowered     For a stack by kubevirtnet:severities, for a resource by suppress, for a"
                + " plan by\n                --severity KVN-A009=info or by a file for --suppress.");
  }

  @Test
  void namesTheNearestOfACodeThatThereIsNot() {
    var run = CommandRun.of("explain", "A9");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("There is no code A9. Near to it are KVN-A009, KVN-A039 and KVN-A049.\n");
  }

  @Test
  void listsAllCodesByWhatTheyAreAbout() {
    var out = CommandRun.of("explain").out();

    assertThat(out).startsWith("Nodes and their bridges\n  KVN-N001 ");
    assertThat(out.lines().filter(l -> l.startsWith("  KVN-")).map(l -> l.substring(2, 10)))
        .containsExactlyInAnyOrderElementsOf(Catalogue.ALL.stream().map(Rule::code).toList());
    assertThat(out.lines().filter(l -> !l.startsWith("  ") && !l.isEmpty()))
        .containsExactly(
            "Nodes and their bridges",
            "Network attachments",
            "Virtual machines",
            "vCluster Platform",
            "Netris",
            "What fits together",
            "What doctor finds in a cluster");
  }

  @Test
  void listsCodesThatSayAWord() {
    var codes = CommandRun.of("explain", "--grep", "MASQUERADE", "-o", "json").out();

    assertThat(codes).contains("masquerade");
    var all = CommandRun.of("explain", "-o", "json").out();
    assertThat(codes.length()).isLessThan(all.length());
    var none = CommandRun.of("explain", "--grep", "flux capacitor");
    assertThat(none.exitCode()).isEqualTo(64);
    assertThat(none.err()).startsWith("No code says flux capacitor.\n");
  }

  @Test
  void takesACodeOrAWord() {
    assertThat(CommandRun.of("explain", "a007", "--grep", "vlan").exitCode()).isEqualTo(64);
  }

  @Test
  void tellsProgramsTheSame() throws JsonProcessingException {
    var one = JSON.readTree(CommandRun.of("explain", "a007", "-o", "json").out());
    var all = JSON.readTree(CommandRun.of("explain", "-o", "json").out());

    assertThat(one.path("code").asText()).isEqualTo("KVN-A007");
    assertThat(one.path("about").asText()).isEqualTo("attachment");
    assertThat(one.path("fixed").asBoolean()).isTrue();
    assertThat(one.path("place").toString())
        .isEqualTo("{\"path\":\"linuxBridge.vlan\",\"line\":2,\"column\":67}");
    assertThat(all).hasSize(Catalogue.ALL.size()).contains(one);
  }

  @Test
  void hasTheSameWordsAsTheDocumentation() throws IOException {
    var page = Files.readString(Path.of("../docs/rules.md"));

    assertThat(Catalogue.ALL.stream().filter(r -> !page.contains(RuleText.markdown(r))))
        .extracting(Rule::code)
        .isEmpty();
    assertThat(CommandRun.of("explain", "a007", "-o", "markdown").out())
        .startsWith("## KVN-A007\n**VLAN 0** (error, fixed).");
  }

  /** The places are what the rules find in their examples. */
  @Test
  void knowsWhereTheFindingsAre() {
    Golden.compare(
        PLACES,
        Catalogue.ALL.stream()
            .flatMap(rule -> paths(rule).stream().limit(1).map(p -> rule.code() + "=" + p + "\n"))
            .collect(Collectors.joining()));
  }

  @Test
  void marksThePlaceInMostExamples() {
    long marked = Catalogue.ALL.stream().filter(r -> ExamplePlace.of(r).isPresent()).count();

    assertThat(marked).isGreaterThan(Catalogue.ALL.size() / 2);
  }

  /** Where its example has the finding; nothing where there is more than one object to look at. */
  private static List<String> paths(Rule rule) {
    var example = rule.example();
    List<String> paths = List.of();
    if (example.contains("type: kubevirtnet:")) {
      paths =
          YamlStack.expand(example).findings().stream()
              .filter(f -> f.code().equals(rule.code()))
              .map(f -> f.path().text())
              .toList();
    } else if (StateExample.is(example)) {
      paths = StateExample.findings(example).stream().map(f -> f.path().text()).toList();
    } else if (example.startsWith("apiVersion:")) {
      paths = checked(rule);
    }
    return paths.stream().filter(p -> ExamplePlace.in(example, p).isPresent()).toList();
  }

  private static List<String> checked(Rule rule) {
    var objects = KubernetesDocuments.read(rule.code(), rule.example());
    var scene = Scene.of(KubeVirtRelease.newest(), false);
    return ManifestCheck.check(objects, scene).stream()
        .flatMap(o -> o.findings().stream())
        .filter(f -> f.code().equals(rule.code()))
        .map(f -> f.path().text())
        .filter(p -> !p.isEmpty())
        .toList();
  }
}
