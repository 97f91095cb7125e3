package io.kubevirtnet.nmstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.testing.StateExample;
import org.junit.jupiter.api.Test;

class HandlerDefaultsTest {

  @Test
  void makesATrunkOfAPortThatSaysNothing() {
    var desired =
        StateExample.tree(
            """
            interfaces:
              - name: br1
                type: linux-bridge
                state: up
                bridge: {port: [{name: ens4}, {name: ens5, vlan: {}}, {name: ens6, vlan: {mode: access, tag: 5}}]}
            """);

    assertThat(HandlerDefaults.apply(desired))
        .isEqualTo(
            StateExample.tree(
                """
                interfaces:
                  - name: br1
                    type: linux-bridge
                    state: up
                    bridge:
                      port:
                        - {name: ens4, vlan: {mode: trunk, trunk-tags: [{id-range: {min: 2, max: 4094}}]}}
                        - {name: ens5, vlan: {}}
                        - {name: ens6, vlan: {mode: access, tag: 5}}
                """));
  }

  @Test
  void leavesEverythingElseAsItIs() {
    var desired =
        StateExample.tree(
            """
            interfaces:
              - {name: br1, type: linux-bridge, bridge: {port: [{name: ens4}]}}
              - {name: br2, type: linux-bridge, state: up, bridge: {ports: [{name: ens5}]}}
              - {name: br3, type: ovs-bridge, state: up, bridge: {port: [{name: ens6}]}}
              - {name: br4, type: linux-bridge, state: absent, bridge: {port: [{name: ens7}]}}
            dns-resolver: {config: {}}
            """);

    assertThat(HandlerDefaults.apply(desired)).isEqualTo(desired);
  }
}
