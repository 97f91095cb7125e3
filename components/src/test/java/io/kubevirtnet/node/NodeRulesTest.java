package io.kubevirtnet.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeRulesTest {
  private static final Fields BRIDGE =
      yaml(
          """
          interfaces:
          - name: br1
            type: linux-bridge
            state: up
            bridge: {port: [{name: ens4}]}
          """);
  private static final String NODE =
      """
      interfaces:
      - {name: ens3, type: ethernet, state: up, ipv4: {enabled: true, dhcp: true}}
      - {name: ens4, type: ethernet, state: up, ipv4: {enabled: true, dhcp: false, address: [{ip: 198.51.100.%d, prefix-length: 24}]}}
      routes:
        running: [{destination: 0.0.0.0/0, next-hop-interface: ens3, next-hop-address: 192.0.2.1}]
      """;

  private static Fields yaml(String text) {
    return (Fields) YamlStack.value(text);
  }

  private static NodeFacts node(int i) {
    return new NodeFacts("w" + i, new NetworkState(yaml(NODE.formatted(i))), List.of());
  }

  private static Report check(Fields desired, List<NodeFacts> nodes) {
    var report = new Report();
    NodeRules.check(desired, nodes, false, new PropertyPath("desiredState"), report);
    return report;
  }

  @Test
  void saysTheSameAboutManyNodesOnce() {
    var report = check(BRIDGE, IntStream.rangeClosed(1, 16).mapToObj(NodeRulesTest::node).toList());

    assertThat(report.findings())
        .extracting(Finding::what)
        .containsExactly(
            "On w1, w2 and 14 more: ens4 joins br1 and loses its address (198.51.100.1/24 on w1).");
  }

  @Test
  void pointsAtThePortThatIsMeant() {
    var report = check(BRIDGE, List.of(node(1)));

    assertThat(report.findings())
        .extracting(f -> f.path().text())
        .containsExactly("desiredState.interfaces[0].bridge.port[0].name");
  }

  @Test
  void saysNothingWhereNothingChanges() {
    var node = node(1);
    var after = new NodeFacts("w1", Effect.apply(node.state(), BRIDGE), List.of());

    assertThat(check(BRIDGE, List.of(after)).findings()).isEmpty();
  }

  @Test
  void notesWhatAPreviewCannotTell() {
    var report =
        check(
            yaml(
                "interfaces: [{name: br1, type: linux-bridge, bridge: {port: [{name: '${unknown}'}]}}]"),
            List.of(node(1)));

    assertThat(report.notChecked())
        .extracting(Report.NotChecked::toString)
        .containsExactly("desiredState: the ports of br1 are known after apply");
  }

  @Test
  void neverCallsANodeWithoutAStateSafe() {
    var report = new Report();

    NodeRules.withoutState(List.of("w1", "w2"), PropertyPath.ROOT, report);

    assertThat(report.notChecked())
        .extracting(Report.NotChecked::why)
        .containsExactly(
            "what changes on w1 and w2, and whether a management interface is touched: no state of"
                + " it is known");
  }

  @Test
  void namesNodesInFewWords() {
    assertThat(NodeNames.text(List.of("w1"))).isEqualTo("w1");
    assertThat(NodeNames.text(List.of("w1", "w2", "w3"))).isEqualTo("w1, w2 and w3");
    assertThat(NodeNames.text(List.of("w1", "w2", "w3", "w4"))).isEqualTo("w1, w2 and 2 more");
  }
}
