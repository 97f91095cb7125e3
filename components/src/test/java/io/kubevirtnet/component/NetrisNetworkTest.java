package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.Placed;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the facts of a server cluster to what nodes, machines and tenants get. */
class NetrisNetworkTest {
  private static final String FACTS =
      "{vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14, servers: [{name: hgx-1, shared: true}]}";
  private static final String CONTROLLER =
      "{url: 'https://netris.example.com', username: svc, password: '${secret:hunter2}'}";
  private static final String ADDRESSES =
      "addresses: {ranges: [192.168.50.10-192.168.50.99], nameservers: [192.168.48.53]}";
  private static final String TRUNK =
      "hostModel: trunk, uplink: {nic: bond0}, "
          + ADDRESSES
          + ", kubeVip: {vcluster: tenant, namespace: p-tenant, address: 192.168.55.9}";
  private static final String EVPN = "hostModel: evpn-on-host, " + ADDRESSES;
  private static final String PLATFORM =
      EVPN + ", definition: platform, nodeProvider: kubevirt, rollout: managed";

  @ParameterizedTest
  @ValueSource(strings = {TRUNK, TRUNK + ", rollout: plain", EVPN, PLATFORM})
  void isTheSameByPinnedFactsAsByThoseOfTheController(String inputs) {
    var pinned = network(inputs + ", facts: " + FACTS).last();
    var asked =
        YamlStack.expand(
                document(inputs + ", controller: " + CONTROLLER)
                    + "answer: {facts: "
                    + FACTS
                    + ", findings: []}\n")
            .last();

    assertThat(pinned.findings()).isEmpty();
    assertThat(asked.findings()).isEmpty();
    assertThat(asked.children()).isEqualTo(pinned.children());
    assertThat(asked.outputs()).isEqualTo(pinned.outputs());
  }

  @ParameterizedTest
  @ValueSource(strings = {TRUNK, TRUNK + ", rollout: plain", EVPN, PLATFORM})
  void hasTheSameChildrenBeforeItsFactsAreKnown(String inputs) {
    var known = network(inputs + ", facts: " + FACTS).last();
    var later = network(inputs + ", facts: \"${unknown}\"").last();
    var unasked = network(inputs + ", controller: " + CONTROLLER).last();

    assertThat(later.errors()).isEmpty();
    assertThat(unasked.errors()).isEmpty();
    assertThat(names(later)).isEqualTo(names(known)).isEqualTo(names(unasked));
    assertThat(later.outputs().get("vlan").orElseThrow()).isInstanceOf(Unknown.class);
    assertThat(at(later, "outputs/attachment/name"))
        .isEqualTo(at(known, "outputs/attachment/name"));
    assertThat(new Placed("outputs/bridge/name").in(later).orElseThrow())
        .isInstanceOf(Unknown.class);
    assertThat(later.notChecked()).isNotEmpty();
  }

  @Test
  void hasItsDefinitionBeforeTheNamespaceIsKnown() {
    var network =
        YamlStack.expand(document(TRUNK + ", facts: " + FACTS).replace("vms", "\"${unknown}\""))
            .last();

    assertThat(names(network))
        .isEqualTo(names(network(TRUNK + ", facts: " + FACTS).last()))
        .hasSize(4);
    assertThat(new Placed("outputs/attachment/references").in(network).orElseThrow())
        .isInstanceOf(Unknown.class);
  }

  @Test
  void isEnoughForANodeType() {
    var stack =
        YamlStack.expand(
            document(TRUNK + ", facts: " + FACTS)
                + nodeType(
                    "attachment: \"${tenant-a.attachment}\", properties: \"${tenant-a.nodeTypeProperties}\""));

    assertThat(stack.findings()).isEmpty();
    assertThat(
            at(
                stack.last(),
                "children/0/spec/kubeVirt/nodeTypes/0/properties/kubevirt.vcluster.com~1network-interface"))
        .isEqualTo("enp1s0");
  }

  @Test
  void leavesAttachmentAndAddressesToThePlatform() {
    var stack =
        YamlStack.expand(
            document(PLATFORM + ", facts: " + FACTS)
                + nodeType("properties: \"${tenant-a.nodeTypeProperties}\""));

    assertThat(stack.findings()).isEmpty();
    assertThat(at(stack.last(), "children/1/networks/0/multus/networkName"))
        .isEqualTo("netris-kubevirt-tenant-a");
  }

  @Test
  void mayGiveItsPropertiesToANodeTypeOfAnotherStack() {
    var stack = YamlStack.expand(nodeType("properties: \"${unknown}\"").substring(4));

    assertThat(stack.findings()).isEmpty();
  }

  @Test
  void findsAddressesThatAnotherNetworkOfTheVnetGivesOut() {
    var stack =
        YamlStack.expand(
            document(TRUNK + ", facts: " + FACTS)
                + "---\n"
                + document("hostModel: trunk, " + ADDRESSES + ", facts: " + FACTS)
                    .replace("name: tenant-a\n", "name: second\n")
                + "---\n"
                + document(
                        "hostModel: trunk, addresses: {ranges: [192.168.55.1-192.168.55.20],"
                            + " nameservers: [192.168.48.53]}, facts: "
                            + FACTS)
                    .replace("name: tenant-a\n", "name: third\n"));

    assertThat(stack.findings())
        .extracting(f -> f.code() + " " + f.path() + ": " + f.what())
        .containsExactly(
            "KVN-X016 addresses.ranges: NetrisNetwork tenant-a gives out some of these addresses"
                + " already.",
            "KVN-X016 addresses.ranges: NetrisNetwork tenant-a gives out some of these addresses"
                + " already.");
  }

  @Test
  void joinsABridgeOfTheSameProgramByItsName() {
    var stack =
        YamlStack.expand(
            """
            type: kubevirtnet:BridgeNetwork
            name: br-3
            properties: {uplink: {nic: bond0, vlanId: 3, vlan: {mode: none}}, mtu: 1400, rollout: plain}
            ---
            """
                + document("hostModel: trunk, mtu: 1500, facts: " + FACTS));

    assertThat(places(stack)).containsExactly("KVN-X012 mtu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostModel: trunk, uplink: {nic: bond0}", "hostModel: evpn-on-host"})
  void givesOthersABridgeToJoinWithoutAVlan(String inputs) {
    var attachment =
        """
        ---
        type: kubevirtnet:NetworkAttachment
        name: lan
        properties: {namespace: vms, linuxBridge: {bridge: "${tenant-a.bridge}"%s}}
        """;

    assertThat(
            places(
                YamlStack.expand(
                    document(inputs + ", facts: " + FACTS) + attachment.formatted(""))))
        .isEmpty();
    assertThat(
            places(
                YamlStack.expand(
                    document(inputs + ", facts: " + FACTS) + attachment.formatted(", vlan: 100"))))
        .contains("KVN-X013 linuxBridge.vlan");
  }

  @Test
  void saysWhatIsWrongWithItsPartsAtItsOwnInputs() {
    assertThat(
            places(
                network(
                    "hostModel: trunk, uplink: {nic: enp134s0f1np1}, mtu: 60, name: VM_LAN, nodeSelector: {rack: a b},"
                        + " facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 4094}")))
        .containsExactlyInAnyOrder(
            "KVN-N015 facts.vlan", "KVN-N005 mtu", "KVN-A001 name", "KVN-N009 nodeSelector.rack");
  }

  @Test
  void proposesTheServerClusterWhereTheVnetIsNamed() {
    var stack = network("hostModel: trunk, facts: " + FACTS.replace("tenant-a-nodes", "tenant-a"));

    assertThat(stack.findings())
        .extracting(Finding::what, Finding::fix)
        .containsExactly(
            tuple(
                "\"tenant-a\" is the name of the V-Net, which is <server cluster>-<postfix>.",
                "Did you mean tenant?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vnet: storage, facts: " + FACTS,
        "vpc: tenant-b, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vpc: tenant-a}",
        "site: us-west, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, site: us-east}",
        "facts: {vnet: tenant-b-nodes, gateway: 192.168.55.254/21, vlan: 3}"
      })
  void warnsOfFactsOfAnotherNetwork(String inputs) {
    assertThat(network("hostModel: trunk, " + inputs).codes()).containsExactly("KVN-T008");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostModel: evpn-on-host, bridgeName: br-3",
        "hostModel: evpn-on-host, nodeSelector: {rack: a}",
        "hostModel: trunk, nodeSelector: {rack: a}"
      })
  void refusesInputsThatSayNothingInItsHostModel(String inputs) {
    assertThat(network(inputs + ", facts: " + FACTS).codes()).containsExactly("KVN-T004");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name: lan", "mtu: 9000"})
  void refusesInputsThatThePlatformDecides(String input) {
    assertThat(network(PLATFORM + ", " + input + ", facts: " + FACTS).codes())
        .containsExactly("KVN-T003");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "address: 192.168.55.9, connector: netris",
        "address: 192.168.55.9, ranges: [192.168.55.1-192.168.55.9]",
        "connector: netris, ranges: [192.168.55.1-192.168.55.9], port: 8443",
        "connector: netris, ranges: [192.168.55.1-192.168.55.9], interfaceName: net1"
      })
  void refusesAnAddressOfTheControlPlaneFromTwoSources(String vip) {
    assertThat(
            network(
                    "hostModel: trunk, kubeVip: {vcluster: tenant, namespace: p-tenant, "
                        + vip
                        + "}, facts: "
                        + FACTS)
                .codes())
        .containsExactly("KVN-T011");
  }

  @Test
  void needsNoVlanForABridgeThatIsNamed() {
    var facts = "facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21}";

    assertThat(network("hostModel: trunk, bridgeName: br-x, " + facts).findings()).isEmpty();
    assertThat(network("hostModel: trunk, " + facts).codes()).containsExactly("KVN-T009");
    assertThat(network("hostModel: evpn-on-host, " + facts).codes()).containsExactly("KVN-T009");
  }

  private static YamlStack network(String inputs) {
    return YamlStack.expand(document(inputs));
  }

  private static String document(String inputs) {
    return "type: kubevirtnet:NetrisNetwork\nname: tenant-a\nproperties: {serverCluster: tenant-a, namespace: vms, "
        + inputs
        + "}\n";
  }

  private static String nodeType(String inputs) {
    return """
        ---
        type: kubevirtnet:KubeVirtNodeType
        name: small
        properties:
          {resources: {cpu: "2", memory: 4Gi}, image: {url: "docker://example.com/ubuntu:1", rootDiskSize: 20Gi},
           podNetwork: none, multusDefault: false, nodeProvider: {name: kubevirt, cluster: host, namespace: vms}, %s}
        """
        .formatted(inputs);
  }

  private static List<String> names(Expansion expansion) {
    return expansion.children().stream().map(c -> c.token() + " " + c.name()).toList();
  }

  private static List<String> places(YamlStack stack) {
    return stack.findings().stream().map(f -> f.code() + " " + f.path()).toList();
  }

  private static Object at(Expansion expansion, String place) {
    return new Placed(place).in(expansion).map(Tree::plain).orElseThrow();
  }
}
