package io.kubevirtnet.netris;

import static io.kubevirtnet.netris.FactsChangeStory.evpn;
import static io.kubevirtnet.netris.FactsChangeStory.made;
import static io.kubevirtnet.netris.FactsChangeStory.trunk;
import static io.kubevirtnet.netris.NetrisStory.DOCUMENTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import org.junit.jupiter.api.Test;

class FactsChangeTest {
  private static final String VLAN_5 = DOCUMENTED.replace("vlan: 3", "vlan: 5");
  private static final String VXLAN_20 = DOCUMENTED.replace("vxlan: 14", "vxlan: 20");

  private static String servers(String servers) {
    return DOCUMENTED + ", servers: [" + servers + "]";
  }

  private static FactsChangeStory members(String before, String after) {
    return trunk("br-3", servers(before), "br-3", servers(after));
  }

  @Test
  void saysNothingWhenNothingChanges() {
    assertThat(
            trunk("br-3", DOCUMENTED, "br-3", DOCUMENTED + ", usedAddresses: [192.168.48.9]")
                .running("vms/web@srv-1")
                .lines())
        .isEmpty();
  }

  @Test
  void namesTheMachinesThatStayOnTheOldBridge() {
    var change = trunk("br-3", DOCUMENTED, "br-5", VLAN_5).running("vms/web@srv-1", "vms/db@srv-2");

    assertThat(change.lines())
        .containsExactly(
            "warning KVN-T053 facts.vlan: VLAN 3 becomes 5, and the old tag leads nowhere. The"
                + " bridge br-3 becomes br-5, in vms/tenant-a, too. vms/db and vms/web stay on br-3"
                + " until they are restarted or migrated. A managed policy takes br-3 off the"
                + " nodes, and is refused while something uses it (KVN-N304).");
    assertThat(change.findings())
        .extracting(Finding::fix)
        .containsExactly(
            "Restart or migrate machines after the change: virtctl migrate db -n vms, virtctl"
                + " migrate web -n vms. With bridgeName: br-3 the bridge stays, and they come"
                + " along.");
  }

  @Test
  void knowsThatMachinesComeAlongWithABridgeThatKeepsItsName() {
    assertThat(trunk("br-lan", DOCUMENTED, "br-lan", VLAN_5).lines())
        .containsExactly(
            "warning KVN-T053 facts.vlan: VLAN 3 becomes 5, and the old tag leads nowhere. br-lan"
                + " stays and gets the VLAN interface of the new one; machines come along.");
  }

  @Test
  void tellsTheTwoHostModelsApart() {
    assertThat(trunk("br-3", DOCUMENTED, "br-3", VXLAN_20).lines())
        .containsExactly(
            "info KVN-T056 facts.vxlan: VXLAN 14 becomes 20, which is in the fabric only.");
    assertThat(evpn("nbr-14", DOCUMENTED, "nbr-20", VXLAN_20).running("vms/web@srv-1").lines())
        .containsExactly(
            "warning KVN-T053 facts.vxlan: VXLAN 14 becomes 20. The bridge nbr-14 becomes nbr-20,"
                + " in vms/tenant-a, too. vms/web stays on nbr-14 until it is restarted or"
                + " migrated.");
    assertThat(evpn("nbr-14", DOCUMENTED, "nbr-14", VLAN_5).lines())
        .containsExactly("info KVN-T056 facts.vlan: VLAN 3 becomes 5; nothing is made by it here.");
  }

  @Test
  void tellsOfTheBridgeOnceAndAtWhatItFollowsFrom() {
    assertThat(
            FactsChangeStory.of(
                    made("trunk", "br-3", DOCUMENTED), made("evpn-on-host", "nbr-20", VXLAN_20))
                .running()
                .lines())
        .containsExactly(
            "warning KVN-T053 hostModel: The host model trunk becomes evpn-on-host. The bridge br-3"
                + " becomes nbr-20, in vms/tenant-a, too. No machine runs on it. A managed policy"
                + " takes br-3 off the nodes, and is refused while something uses it (KVN-N304).",
            "warning KVN-T053 facts.vxlan: VXLAN 14 becomes 20.");
    assertThat(trunk("br-3", DOCUMENTED, "br-lan", DOCUMENTED).running().lines())
        .singleElement()
        .asString()
        .startsWith("warning KVN-T053 bridgeName: The bridge br-3 becomes br-lan");
  }

  @Test
  void knowsAnotherNameOfTheSameVnet() {
    var renamed = DOCUMENTED.replace("tenant-a-nodes", "tenant-a-all");

    assertThat(trunk("br-3", DOCUMENTED, "br-3", renamed).lines())
        .containsExactly(
            "info KVN-T056 facts.vnet: The V-Net tenant-a-nodes becomes tenant-a-all, and is the"
                + " same network.");
  }

  @Test
  void saysWhatMachinesKeepWhenGatewayOrSubnetChange() {
    assertThat(
            trunk(
                    "br-3",
                    DOCUMENTED,
                    "br-3",
                    DOCUMENTED.replace("192.168.55.254/21", "192.168.48.1/21"))
                .running("vms/web@srv-1")
                .lines())
        .containsExactly(
            "warning KVN-T054 facts.gateway: The gateway 192.168.55.254 becomes 192.168.48.1:"
                + " machines that there are (vms/web) keep the old one, and lose their way out; new"
                + " ones get the new one.");
    assertThat(
            trunk(
                    "br-3",
                    DOCUMENTED,
                    "br-3",
                    DOCUMENTED.replace("192.168.55.254/21", "192.168.55.254/22"))
                .lines())
        .containsExactly(
            "warning KVN-T054 facts.gateway: The subnet 192.168.48.0/21 becomes 192.168.52.0/22:"
                + " machines that there are keep addresses of the old one; new ones get new ones.");
  }

  @Test
  void namesTheMachinesOnAServerThatLeaves() {
    var both = "{name: srv-1, shared: true}, {name: srv-2, shared: true}";
    var one = "{name: srv-1, shared: true}";

    assertThat(members(both, one).running("vms/web@srv-2.example.com", "vms/db@srv-1").lines())
        .containsExactly(
            "warning KVN-T052 facts.servers: srv-2 is no member any more. vms/web runs there and"
                + " loses the network.");
    assertThat(members(both, one).running("vms/db@srv-1").lines())
        .containsExactly(
            "warning KVN-T052 facts.servers: srv-2 is no member any more. No machine of the network"
                + " runs there.");
    assertThat(members(both, one).running("vms/db@node-a", "vms/web@node-b").lines())
        .containsExactly(
            "warning KVN-T052 facts.servers: srv-2 is no member any more. Of vms/db and vms/web"
                + " those that run there lose the network.");
    assertThat(members(both, one).lines())
        .containsExactly(
            "warning KVN-T052 facts.servers: srv-2 is no member any more. Machines on it lose the"
                + " network.");
    assertThat(members(one, both).lines())
        .containsExactly("info KVN-T056 facts.servers: srv-2 is a member now.");
  }

  @Test
  void knowsWhatTheRoleOfAServerMeansForATrunk() {
    var shared = "{name: srv-1, shared: true}";
    var dedicated = "{name: srv-1, shared: false}";

    assertThat(members(shared, dedicated).lines())
        .containsExactly(
            "warning KVN-T055 facts.servers: srv-1 is dedicated now: its ports carry the V-Net"
                + " without the tag. Machines on it lose the network.");
    assertThat(members(dedicated, shared).lines())
        .containsExactly(
            "info KVN-T056 facts.servers: srv-1 is shared now: its ports carry the V-Net with the"
                + " tag, as its bridge needs it.");
    assertThat(evpn("nbr-14", servers(shared), "nbr-14", servers(dedicated)).lines())
        .containsExactly(
            "info KVN-T056 facts.servers: srv-1 is dedicated now; its agent makes the same bridge.");
  }

  @Test
  void isSilentAboutMembersThatNobodyKnew() {
    assertThat(trunk("br-3", DOCUMENTED, "br-3", servers("{name: srv-1, shared: true}")).lines())
        .isEmpty();
  }

  @Test
  void saysTheWorstFirst() {
    var before =
        servers("{name: srv-1, shared: true}")
            + ", vpc: a, dhcpRanges: [192.168.50.1-192.168.50.9]";
    var after =
        servers("{name: srv-2, shared: true}")
            + ", vpc: b, dhcpRanges: [192.168.50.1-192.168.50.99]";

    assertThat(trunk("br-3", before, "br-3", after.replace("vxlan: 14", "vxlan: 20")).lines())
        .containsExactly(
            "warning KVN-T052 facts.servers: srv-1 is no member any more. Machines on it lose the"
                + " network.",
            "info KVN-T056 facts.vxlan: VXLAN 14 becomes 20, which is in the fabric only.",
            "info KVN-T056 facts.servers: srv-2 is a member now.",
            "info KVN-T056 facts.vpc: The VPC a becomes b.",
            "info KVN-T056 facts.dhcpRanges: By DHCP Netris gives out also"
                + " 192.168.50.1-192.168.50.99, and no longer 192.168.50.1-192.168.50.9.");
  }

  @Test
  void saysNothingOfWhatIsKnownAfterApply() {
    assertThat(
            trunk(
                    "br-3",
                    DOCUMENTED,
                    "${unknown}",
                    DOCUMENTED.replace("vlan: 3", "vlan: \"${unknown}\""))
                .lines())
        .isEmpty();
    assertThat(
            FactsChangeStory.of(
                    made("trunk", "br-3", DOCUMENTED),
                    "{hostModel: trunk, bridgeName: \"${unknown}\", facts: \"${unknown}\"}")
                .lines())
        .isEmpty();
  }

  @Test
  void showsNoSecretFact() {
    assertThat(
            trunk(
                    "br-3",
                    DOCUMENTED + ", vpc: \"${secret:hunter2}\"",
                    "br-3",
                    DOCUMENTED + ", vpc: \"${secret:hunter3}\"")
                .lines())
        .containsExactly("info KVN-T056 facts.vpc: The VPC [secret] becomes [secret].");
  }

  @Test
  void shortensLongLists() {
    assertThat(
            trunk("br-3", DOCUMENTED, "br-5", VLAN_5)
                .running("v/a@n", "v/b@n", "v/c@n", "v/d@n", "v/e@n", "v/f@n", "v/g@n")
                .lines())
        .singleElement()
        .asString()
        .contains("v/a, v/b, v/c, v/d, v/e and 2 more stay on br-3");
  }
}
