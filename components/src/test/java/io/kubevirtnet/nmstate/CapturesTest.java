package io.kubevirtnet.nmstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.testing.StateExample;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import org.junit.jupiter.api.Test;

class CapturesTest {
  private static final Fields NODE =
      StateExample.tree(
          """
          interfaces:
            - {name: eth1, type: ethernet, state: up, mtu: 1500, ipv4: {enabled: true, dhcp: true}}
            - {name: eth0, type: ethernet, state: up, mac-address: "02:00:00:00:00:01"}
          routes:
            running:
              - {destination: 0.0.0.0/0, next-hop-interface: eth1, next-hop-address: 192.0.2.1}
              - {destination: 198.51.100.0/24, next-hop-interface: eth0}
          """);

  @Test
  void takesWhatTheNodeHasIntoTheDesiredState() {
    var rendered =
        render(
            """
            gateway: routes.running.destination=="0.0.0.0/0"
            card: interfaces.name==capture.gateway.routes.running.0.next-hop-interface
            moved: capture.gateway | routes.running.next-hop-interface:="br1"
            """,
            """
            interfaces:
              - name: br1
                type: linux-bridge
                description: over {{ capture.card.interfaces.0.name }}
                mtu: "{{ capture.card.interfaces.0.mtu }}"
                ipv4: "{{ capture.card.interfaces.0.ipv4 }}"
                bridge: {port: [{name: "{{ capture.card.interfaces.0.name }}"}]}
            routes: {config: "{{ capture.moved.routes.running }}"}
            """);

    assertThat(rendered)
        .isEqualTo(
            StateExample.tree(
                """
                interfaces:
                  - name: br1
                    type: linux-bridge
                    description: overeth1
                    mtu: 1500
                    ipv4: {enabled: true, dhcp: true}
                    bridge: {port: [{name: eth1}]}
                routes:
                  config: [{destination: 0.0.0.0/0, next-hop-interface: br1, next-hop-address: 192.0.2.1}]
                """));
  }

  @Test
  void countsInterfacesByTheirNames() {
    var rendered =
        render(
            "cards: interfaces.type == ethernet",
            "interfaces: [{name: \"{{ capture.cards.interfaces.0.name }}\", type: ethernet}]");

    assertThat(rendered).isEqualTo(StateExample.tree("interfaces: [{name: eth0, type: ethernet}]"));
  }

  private static Fields render(String captures, String desired) {
    var report = new Report();
    var captured =
        Captures.parse(StateExample.tree(captures), PropertyPath.ROOT, report)
            .resolve(new NetworkState(NODE), report)
            .orElseThrow();
    var rendered = Captures.render(StateExample.tree(desired), captured, PropertyPath.ROOT, report);
    assertThat(report.findings()).isEmpty();
    return rendered;
  }
}
