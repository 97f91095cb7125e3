package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.NodeFacts;
import io.kubevirtnet.node.NodeRules;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples that are a desired state, the state of a node, and what is known about the node. */
class NodeExamplesTest {

  static Stream<Rule> rules() {
    return Catalogue.ALL.stream().filter(r -> isNodeExample(r.example()));
  }

  static boolean isNodeExample(String example) {
    return example.startsWith("desired:") && example.contains("\nnode:");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsJustThisInTheExampleOf(Rule rule) throws IOException {
    var example = (Fields) Tree.of(YamlStack.YAML.readValue(rule.example(), Object.class));
    var node = (Map<?, ?>) example.get("node").orElseThrow().plain();
    var report = new Report();

    NodeRules.check(
        (Fields) example.get("desired").orElseThrow(),
        List.of(
            new NodeFacts(
                String.valueOf(node.get("name")),
                new NetworkState((Fields) example.get("current").orElseThrow()),
                strings(node.containsKey("internalIps") ? node.get("internalIps") : List.of()))),
        "allow".equals(node.get("managementInterface")),
        new PropertyPath("desired"),
        report);

    assertThat(report.findings()).extracting(f -> f.code()).containsOnly(rule.code());
    assertThat(report.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(rule.severity());
              assertThat(finding.what()).startsWith("On w1: ").endsWith(".");
              assertThat(finding.upstream()).isEmpty();
            });
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }
}
