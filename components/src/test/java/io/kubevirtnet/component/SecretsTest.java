package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.across.Run;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planted secret is in no finding, whatever is wrong with it. */
class SecretsTest {
  private static final Marks SECRET = new Marks(true, Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{uplink: {nic: 'hunter2/x'}, bridgeName: 'Hunter2 bridge of ours', policyName: HUNTER2,"
            + " nodeSelector: {'hunter2/hunter2/hunter2': 'hunter2 x'}, mtu: hunter2,"
            + " maxUnavailable: hunter2, ipv4: {mode: hunter2}, hunter2: 1, suppress: hunter2,"
            + " rollout: plain}",
        "{uplink: {bond: {name: 'hunter2/bond', mode: hunter2, ports: ['hunter2/1'], macAddress:"
            + " hunter2, copyMacFrom: 'hunter2 x', options: {miimon: hunter2}}, vlanName:"
            + " 'hunter2/vlan', vlan: {mode: access, trunk: [hunter2], nativeVlan: 3}, addressFrom:"
            + " hunter2, keepRoutes: true, sriov: {totalVfs: 1, vfs: [{id: 5, macAddress:"
            + " hunter2}]}}, ports: [{name: 'hunter2/2', ipv4: {mode: dhcp}}], localnets:"
            + " [hunter2], capture: {'hunter2 x': hunter2}, interfaces: [{name: it}, {type:"
            + " hunter2}], routes: hunter2, rollout: plain}",
        "{bridgeName: 'hunter2/', policyName: HUNTER2, uplink: {nic: hunter2hunter2, vlanId: 42}, nodeSelector: {hunter2:"
            + " hunter2}, nodeGroups: [{name: HUNTER2, nodeSelector: {hunter2: hunter2}, ipv4:"
            + " {mode: static, addresses: [hunter2, 10.0.0.1/24]}}, {name: HUNTER2, nodeSelector:"
            + " {rack: hunter2}}], rollout: plain}"
      })
  void staysOutOfEveryFindingOfABridge(String inputs) {
    assertThat(lines("kubevirtnet:index:BridgeNetwork", inputs)).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: HUNTER2, namespace: HUNTER2, linuxBridge: {bridgeName: 'hunter2/hunter2', vlan:"
            + " hunter2, hunter2: 1}}",
        "{namespaces: [HUNTER2, HUNTER2], linuxBridge: hunter2}",
        "{namespace: vms, ovs: {bridgeName: 'hunter2/hunter2', vlan: hunter2, trunk: [hunter2]}, resourceName: hunter2,"
            + " labels: {'hunter2/hunter2/hunter2': 'hunter2 x'}, annotations:"
            + " {'hunter2/hunter2/hunter2': hunter2, 'k8s.ovn.org/hunter2': hunter2}, ipam:"
            + " {hostLocal: {pools: [{subnet: hunter2, rangeStart: hunter2}]}, routes:"
            + " [{destination: hunter2}]}, bandwidth: {ingressRate: hunter2}, tuning: {mac:"
            + " hunter2, sysctl: {hunter2: hunter2}}, chainedPlugins: [{type: hunter2, hunter2:"
            + " hunter2}], cniVersion: hunter2}",
        "{namespace: vms, ovnLocalnet: {localnet: 'hunter2,hunter2', subnets: [hunter2], excludeSubnets:"
            + " [hunter2], networkName: 'hunter2/hunter2'}, ipam: {whereabouts: {pools: [{cidr:"
            + " hunter2, exclude: [hunter2]}], networkName: 'Hunter2/'}}}",
        "{namespace: vms, raw: {type: bridge, hunter2: hunter2, vlan: hunter2, bridge:"
            + " hunter2hunter2hunter2, ipam: {type: host-local, ranges: [[{subnet: hunter2}]]}}}",
        "{namespace: HUNTER2, rawConfig: '{\"hunter2\": 1, \"hunter2\": 2, hunter2'}"
      })
  void staysOutOfEveryFindingOfAnAttachment(String inputs) {
    assertThat(lines("kubevirtnet:index:NetworkAttachment", inputs)).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: HUNTER2, namespace: HUNTER2, operatorNamespace: HUNTER2, nodeSelector: {hunter2: 'hunter2 x'},"
            + " resourceName: hunter2., resourcePrefix: HUNTER2, device: {vfs: hunter2, pfNames:"
            + " ['hunter2#2'], vendor: hunter2}, ipam: {hostLocal: {pools: [{subnet: hunter2}]}}}"
      })
  void staysOutOfEveryFindingOfVirtualFunctions(String inputs) {
    assertThat(lines("kubevirtnet:index:SriovNetwork", inputs)).hasSizeGreaterThan(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: HUNTER2, namespaces: [HUNTER2], pluginNamespace: HUNTER2, configMapName: HUNTER2, attachTo:"
            + " hunter2, devices: [{name: 'hunter2 x', lowerDevice: 'hunter2/'}, {name: 'hunter2"
            + " x', lowerDevice: hunter2hunter2hunter2, capacity: hunter2}]}"
      })
  void staysOutOfEveryFindingOfMacvtapDevices(String inputs) {
    assertThat(lines("kubevirtnet:index:MacvtapDevices", inputs)).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: HUNTER2, sidecarImage: 'hunter2 x', attachmentName: 'hunter2/hunter2/hunter2', cni: {program:"
            + " hunter2/hunter2, namespace: HUNTER2, name: HUNTER2, config: {type: hunter2}},"
            + " memoryOverhead: hunter2, kubevirtNamespace: HUNTER2, kubevirtName: HUNTER2,"
            + " kubevirtVersion: hunter2}",
        "{name: macvtap, sidecarImage: 'hunter2/network-passt-binding:hunter2', cni: {program: hunter2,"
            + " namespace: hunter2, name: 0hunter2}, attachmentType: managedTap, migration:"
            + " hunter2, memoryOverhead: 2Mi, hyperConvergedNamespace: HUNTER2,"
            + " configurationOwner: hyperConverged}"
      })
  void staysOutOfEveryFindingOfABindingPlugin(String inputs) {
    assertThat(lines("kubevirtnet:index:BindingPlugin", inputs)).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: HUNTER2, resources: {cpu: hunter2, memory: hunter2}, podNetwork: keep,"
            + " attachmentName: HUNTER2, image: {url: hunter2, rootDiskSize: hunter2}, properties:"
            + " {'hunter2/hunter2/hunter2': 'hunter2 x'}, guestAddresses: {cidr: hunter2, ranges:"
            + " [hunter2], gateway: hunter2, nameservers: [hunter2]}}"
      })
  void staysOutOfEveryFindingOfANodeType(String inputs) {
    assertThat(lines("kubevirtnet:index:KubeVirtNodeType", inputs)).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: HUNTER2, namespace: HUNTER2, provider: HUNTER2, nodeType: HUNTER2, environment: HUNTER2, virtualCluster:"
            + " HUNTER2, profile: HUNTER2, image: {url: hunter2, osImage: hunter2, checksum: hunter2, dataSource:"
            + " 'hunter2/hunter2/hunter2', dataVolumeTemplate: {spec: {source: hunter2}}}, attachmentName: HUNTER2,"
            + " virtualMachineTemplate: {hunter2: hunter2}, labels: {'hunter2/hunter2/hunter2': 'hunter2 x'},"
            + " kubeletArgs: {--hunter2: hunter2}, desiredCapacity: {memory: hunter2}, power: hunter2,"
            + " platformVersion: hunter2, properties: {'hunter2/hunter2/hunter2': 'hunter2 x'}}"
      })
  void staysOutOfEveryFindingOfAClaim(String inputs) {
    assertThat(lines("kubevirtnet:index:NodeClaim", inputs)).hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: HUNTER2, platformVersion: '4.hunter2', cloudInitTemplate: '{{ .Values.Hunter2 }}', networkDataTemplate:"
            + " '{{ range .Hunter2 }}'}",
        "{cloudInitTemplate: '{{ .Hunter2 }} {{ .Values.hunter2 | hunter2 }}', networkDataTemplate: '{{ hunter2'}"
      })
  void staysOutOfEveryFindingOfATemplate(String inputs) {
    assertThat(lines("kubevirtnet:index:MachineConfigTemplate", inputs)).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: HUNTER2, namespace: HUNTER2, memory: hunter2, cpuCores: hunter2, labels:"
            + " {'hunter2/hunter2/hunter2': 'hunter2 x'}, annotations: {'hunter2/hunter2/hunter2':"
            + " hunter2}, networks: [{name: 'hunter2 x', attachmentName: 'HUNTER2/HUNTER2/x', binding:"
            + " masquerade, macAddress: hunter2, pciAddress: hunter2, model: hunter2}, {name:"
            + " hunter2}, {name: hunter2, pod: {cidr: hunter2}, ports: [{port: 0, name: HUNTER2}]}],"
            + " rootVolume: {size: hunter2}}",
        "{namespace: vms, instanceType: {name: 'hunter2 x'}, preference: {name: HUNTER2}, memory: 2Gi,"
            + " nodeSelector: {hunter2: 'hunter2 x'}, userData: 'hunter2', networkData: 'hunter2: [',"
            + " networks: [{name: a, attachmentName: vms/a, dhcpOptions: {ntpServers: [hunter2]}}],"
            + " template: {hunter2: 1, spec: {hunter2: hunter2, domain: {hunter2: 1, memory:"
            + " {guest: hunter2}, devices: {interfaces: [{name: a, hunter2: {}}, {name: hunter2}]}}}}}",
        "{namespace: vms, templateYaml: 'hunter2: 1\nhunter2: [', memory: hunter2, dataVolumeTemplates:"
            + " hunter2, wiring: hunter2}"
      })
  void staysOutOfEveryFindingOfAMachine(String inputs) {
    assertThat(lines("kubevirtnet:index:VirtualMachine", inputs)).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{serverCluster: hunter2, hostModel: trunk, namespace: HUNTER2, name: HUNTER2, bridgeName: 'hunter2/', vnet: hunter2,"
            + " uplink: {nic: 'hunter2/', vlanId: 3}, nodeProvider: hunter2, nodeSelector: {hunter2: 'hunter2 x'}, site: hunter2,"
            + " facts: {vnet: hunter2, gateway: hunter2, vlan: 3, vpc: hunter2, dhcpRanges: [hunter2], usedAddresses: [hunter2]},"
            + " addresses: {ranges: [hunter2], nameservers: [hunter2], guestInterface: 'hunter2 x'}, kubeVip: {vcluster: HUNTER2,"
            + " namespace: HUNTER2, address: hunter2, connector: HUNTER2, ranges: [hunter2], interfaceName: 'hunter2/'}}",
        "{serverCluster: 'hunter2 ', hostModel: evpn-on-host, namespace: HUNTER2, definition: platform, nodeProvider: HUNTER2,"
            + " uplink: hunter2, controller: {url: hunter2, username: hunter2, password: 'hunter2', caBundle: hunter2},"
            + " facts: {vnet: 'hunter2-nodes', gateway: 'hunter2/21'}}"
      })
  void staysOutOfEveryFindingOfANetworkOfNetris(String inputs) {
    assertThat(lines("kubevirtnet:index:NetrisNetwork", inputs)).hasSizeGreaterThan(5);
  }

  @Test
  void leavesOutAProposalThatWouldTellIt() {
    assertThat(
            lines(
                "kubevirtnet:index:NetworkAttachment",
                "{namespace: HUNTER2, linuxBridge: {bridgeName: br1}}"))
        .containsExactly(
            "KVN-A002 namespace: \"[secret]\" is not a namespace. A namespace has lower case"
                + " letters, digits and '-', at most 63. Write lower case letters, digits and"
                + " '-'.");
  }

  private static List<String> lines(String type, String inputs) {
    Blueprint<?> blueprint = Blueprints.find(type).orElseThrow();
    Tree secret = YamlStack.expand("").read(inputs).marked(SECRET);
    var expansion =
        blueprint.expand(
            (Fields) secret, Surroundings.of(blueprint, "it", "cluster", new Run(), Settings.NONE));
    var lines = expansion.findings().stream().map(Finding::line).toList();
    assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase("hunter2"));
    assertThat(expansion.notChecked().toString()).doesNotContainIgnoringCase("hunter2");
    return lines;
  }
}
