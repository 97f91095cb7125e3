package io.kubevirtnet.testing;

import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Inputs of each component with every property set, and every place in them that may be marked. */
public final class MarkedInputs {
  /** Inputs that the number or the names of children depend on. */
  private static final Set<String> PLAIN =
      Set.of(
          "namespace",
          "namespaces",
          "rollout",
          "kind",
          "api",
          "templateYaml",
          "wiring",
          "hostModel",
          "definition");

  private static final String INPUTS =
      """
      type: kubevirtnet:BridgeNetwork
      name: br
      properties: {uplink: {nic: ens4}, mtu: 9000, rollout: plain}
      ---
      type: kubevirtnet:NetworkAttachment
      name: lan
      properties: {namespace: vms, linuxBridge: {bridge: "${br.bridge}", vlan: 100, mtu: 1400}}
      ---
      type: kubevirtnet:KubeVirtNodeType
      name: small
      properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep, attachment: "${lan.attachment}"}
      """;

  private MarkedInputs() {}

  /** One leaf of one component's inputs. */
  public record Position(String type, String path, Fields inputs, Tree leaf) {
    /** The inputs with another leaf at this place. */
    public Fields with(Tree other) {
      return (Fields) replace(inputs, leaf, other);
    }

    @Override
    public String toString() {
      return type.substring(type.lastIndexOf(':') + 1) + "." + path;
    }
  }

  public static List<Position> positions() {
    var all = new ArrayList<Position>();
    var outputs = YamlStack.expand(INPUTS);
    collect(
        all,
        Blueprints.BRIDGE_NETWORK.type(),
        """
        {bridgeName: br9, policyName: p9, description: Nine, nodeSelector: {rack: a}, mtu: 9000,
         uplink: {nic: ens9, vlanId: 900, sriov: {totalVfs: 9, vfs: [{id: 8, trust: true}]},
                  vlan: {mode: trunk, trunk: ["99", "900-999"], nativeVlan: 9}, stpPathCost: 99, hairpin: true},
         ports: [{name: ens99, vlan: {mode: access, access: 999}, stpPriority: 9}],
         ipv4: {mode: dhcp, autoDns: false, routeTable: 99}, ipv6: {mode: none}, macAddress: "02:00:00:00:00:09",
         stp: {enabled: true, priority: 9999}, options: {macAgeingTime: 99, multicastRouter: enabled, vlanDefaultPvid: 1},
         routes: [{destination: 10.9.0.0/16, nextHopAddress: 10.9.9.9, metric: 999}],
         routeRules: [{ipTo: 10.99.0.0/16, routeTable: 999}], dns: {servers: [10.9.9.1], search: [nine.example]},
         interfaces: [{name: dummy9, type: dummy, mtu: 1999}], capture: {nine: 'interfaces.name=="ens9"'},
         maxUnavailable: "3", rollout: plain, suppress: [{code: KVN-N002, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.BRIDGE_NETWORK.type(),
        """
        {kind: ovs-bridge, bridgeName: br9, ipv4: {mode: dhcp}, copyMacFrom: ens9, localnets: [net9], mtu: 9000,
         uplink: {nic: ens9, vlan: {mode: access, access: 999}}, ovsOptions: {rstp: true, failMode: secure},
         ports: [{name: ovs9, internalInterface: true, ipv6: {mode: static, addresses: ["fd00::9/64"]}},
                 {name: bond9, bond: {mode: balance-slb, ports: [ens91, ens92], upDelay: 99}}],
         nodeSelector: {kubernetes.io/hostname: node9}, rollout: plain}
        """,
        outputs);
    collect(
        all,
        Blueprints.BRIDGE_NETWORK.type(),
        """
        {policyName: p9, ipv4: {mode: from-uplink}, rollout: plain, nodeGroups: [
          {name: a, nodeSelector: {rack: a}, mtu: 9000, uplink: {vlanId: 99, vlanName: storage9,
            bond: {name: bond9, mode: 802.3ad, ports: [ens91, ens92], macAddress: "02:00:00:00:00:99",
                   options: {miimon: 99, lacpRate: fast, primary: ens91}}}},
          {name: b, nodeSelector: {rack: b}, mtu: 8999, uplink: {nic: ens93, addressFrom: ens93, keepRoutes: true}}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.BINDING_PLUGIN.type(),
        """
        {sidecarImage: registry.example/nine:9, attachmentType: tap, migration: link-refresh, downwardApi: device-info,
         memoryOverhead: 99Mi, kubevirtNamespace: virt9, kubevirtName: main9,
         cni: {program: nine, namespace: plugins9, name: cni9, config: {level: 99, modes: [a9]}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.BINDING_PLUGIN.type(),
        """
        {attachmentType: managedTap, attachmentName: default/nine}
        """,
        outputs);
    collect(
        all,
        Blueprints.KUBEVIRT_NETWORK_SETTINGS.type(),
        """
        {defaultBinding: masquerade, permitBridgeOnPodNetwork: false, kubevirtNamespace: virt9, kubevirtName: main9}
        """,
        outputs);
    collect(
        all,
        Blueprints.NMSTATE.type(),
        """
        {probeDnsHost: nine.example, nodeSelector: {rack: a}, tolerations: [{key: nine, operation: Exists}], logLevel: debug}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        """
        {name: lan9, namespace: vms, linuxBridge: {bridgeName: br9, vlan: 99, mtu: 1400, macSpoofCheck: true},
         suppress: [{code: KVN-A009, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        "{namespaces: [vms, other], linuxBridge: {bridge: \"${br.bridge}\", vlan: 99}}",
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        """
        {namespace: vms, linuxBridge: {bridgeName: br9, trunk: ["99", "900-999"], isGateway: true, ipMasq: true, nodeMarker: true},
         ipam: {hostLocal: {pools: [{subnet: 10.9.0.0/24, rangeStart: 10.9.0.9, gateway: 10.9.0.99}, {subnet: "fd09::/64"}],
                            dataDir: /run/nine}, routes: [{destination: 10.99.0.0/16, gateway: 10.9.0.98, priority: 999}]},
         tuning: {sysctl: {net.ipv4.conf.IFNAME.arp_filter: "9"}, mac: "02:00:00:00:00:09", mtu: 1999},
         bandwidth: {ingressRate: 9G, ingressBurst: 19G}, chainedPlugins: [{type: portmap, snat: false}],
         capabilities: {portMappings: true}, labels: {team: nine}, annotations: {nine.example/a: b9}, purpose: pods,
         cniVersion: 0.4.0, pluginsVersion: 1.9.1}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        """
        {namespaces: [vms, other], purpose: pods, resourceName: nine.example/dev9, sriov: {vlan: 99, vlanQos: 3, vlanProtocol: 802.1ad,
         mtu: 1999, macAddress: "02:00:00:00:00:09", spoofCheck: true, trust: false, linkState: enable, minTxRate: 9,
         maxTxRate: 99, logLevel: debug, logFile: /run/nine}, ipam: {fixedAddresses: [{address: 10.9.0.9/24, gateway: 10.9.0.1}],
         dns: {nameservers: [10.9.0.2], domain: nine.example, search: [a9.example], options: ["ndots:9"]}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        """
        {namespaces: [vms, other], ovnLocalnet: {localnet: net9, vlan: 99, subnets: [10.9.0.0/24, "fd09::/64"],
         excludeSubnets: [10.9.0.0/28], persistentIps: true, mtu: 1999, networkName: blue9}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        """
        {namespaces: [vms, other], api: userDefinedNetwork, labels: {team: nine}, ovnLocalnet: {localnet: net9, vlan: 99,
         subnets: [10.9.0.0/24], excludeSubnets: [10.9.0.0/28], persistentIps: true, mtu: 1999}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        """
        {namespace: vms, purpose: pods, ovs: {bridgeName: br9, trunk: ["99"], mtu: 1999, ofportRequest: 9, interfaceType: nine,
         configurationPath: /run/nine, socketFile: "unix:/run/nine", linkStateCheckRetries: 9, linkStateCheckInterval: 999,
         nodeMarker: true}, ipam: {whereabouts: {pools: [{cidr: 10.9.0.0/24, rangeStart: 10.9.0.9, rangeEnd: 10.9.0.99,
         exclude: [10.9.0.5/32]}], gateway: 10.9.0.1, networkName: blue9, enableOverlappingRanges: false}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        """
        {namespace: vms, purpose: pods, macvlan: {master: eth9, mode: vepa, mtu: 1999, macAddress: "02:00:00:00:00:09",
         linkInContainer: true, broadcastQueueLength: 99}, ipam: {dhcp: {daemonSocketPath: /run/nine, priority: 9,
         provide: [{option: host-name, value: nine}], request: [{option: routers, skipDefault: true}]}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        """
        {namespace: vms, purpose: pods, raw: {type: ptp, mtu: 1999, ipMasq: true, ipam: {type: host-local, subnet: 10.9.0.0/24}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETWORK_ATTACHMENT.type(),
        "{namespace: vms, rawConfig: '{\"type\": \"bridge\", \"bridge\": \"br9\", \"disableContainerInterface\": true}'}",
        outputs);
    collect(
        all,
        Blueprints.SRIOV_NETWORK.type(),
        """
        {name: fast9, namespace: vms, operatorNamespace: sriov9, nodeSelector: {rack: a9}, resourcePrefix: nine.example,
         device: {vendor: "8086", deviceId: 158b, pfNames: ["ens9#2-3"], rootDevices: ["0000:09:00.0"], vfs: 9, mtu: 1999,
         priority: 19, eswitchMode: legacy, linkType: eth}, vlan: 99, vlanQos: 3, spoofCheck: false, trust: true,
         linkState: auto, minTxRate: 9, maxTxRate: 99, capabilities: {mac: true}, tuning: {mtu: 1999}, logFile: /run/nine}
        """,
        outputs);
    collect(
        all,
        Blueprints.MACVTAP_DEVICES.type(),
        """
        {name: tap9, namespaces: [vms, other], pluginNamespace: nine, attachTo: dev9, mtu: 1999,
         devices: [{name: dev9, lowerDevice: eth9, mode: vepa, capacity: 99}, {name: dev8, lowerDevice: eth8}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_TYPE.type(),
        """
        {name: t9, displayName: Nine, resources: {cpu: "9", memory: 9Gi},
         image: {url: "docker://a/nine", rootDiskSize: 19Gi}, attachment: "${lan.attachment}", podNetwork: keep,
         binding: bridge, maxCapacity: 9, cost: 99, properties: {team: nine},
         guestAddresses: {cidr: 10.9.0.0/24, ranges: [10.9.0.10-10.9.0.99], gateway: 10.9.0.1, nameservers: [10.9.0.2]},
         suppress: [{code: KVN-P018, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_TYPE.type(),
        """
        {resources: {cpu: "9", memory: 9Gi, custom: {nine.example/gpu: "9"}}, kubeReserved: {cpu: 900m}, labels: {team: nine},
         annotations: {nine.example/a: b9}, attachmentName: nine/lan, podNetwork: none, pluginName: plugin9,
         interfaceTemplate: {model: e1000e}, networkDataTemplate: data9, sshKeys: [ann9, bob9], userDataTemplate: users9,
         environment: env9, cloudControllers: {ccm: true, csi: false, loadBalancer: true},
         image: {osImage: image9, dataVolumeTemplate: {spec: {storage: {storageClassName: fast9}}}, rootDiskTemplate: {disk: {bus: sata}}},
         virtualMachineTemplate: {metadata: {labels: {size: nine}}, spec: {template: {spec: {domain: {machine: {type: q35}}, nodeSelector: {rack: nine}}}}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_TYPE.type(),
        """
        {resources: {cpu: "9", memory: 9Gi}, attachment: "${lan.attachment}", podNetwork: keep, userData: "#cloud-config",
         guestNetwork: {links: [{network: multus, dhcp4: true, mtu: 1399, searchDomains: [nine.example]}]},
         nodeProvider: {name: kv9, displayName: Nine, cluster: host9, namespace: vms, namespaceStrategy: Provider}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_TYPE.type(),
        """
        {resources: {cpu: "9", memory: 9Gi}, podNetwork: none, multusDefault: false, attachmentName: nine/lan,
         networkData: "version: 2", virtualMachineTemplate: {spec: {template: {spec: {
           domain: {devices: {interfaces: [{name: own9, bridge: {}}]}}, networks: [{name: own9, multus: {networkName: nine/own}}]}}}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_TYPE.type(),
        """
        {resources: {cpu: "9", memory: 9Gi}, podNetwork: keep, netris: {serverCluster: nine, nameservers: [10.9.0.2]},
         mergeVirtualMachineTemplate: {spec: {template: {spec: {nodeSelector: {rack: nine}}}}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_PROVIDER.type(),
        """
        {name: kv9, displayName: Nine, labels: {team: nine}, annotations: {nine.example/a: b9}, cluster: host9, namespace: vms,
         namespaceStrategy: Provider, nodeTypes: ["${small.nodeType}"], properties: {zone: nine},
         deploy: {kubevirt: {enabled: true, chartRepo: "oci://nine.example/charts", chart: nine, version: 9.9.9, helmValues: "a: 9"},
                  deviceOperator: {enabled: true}},
         virtualMachineTemplate: {metadata: {labels: {team: nine}}},
         pools: [{name: pool9, nodeTypes: [small], limits: {cpu: "99"}, nodeLabels: {rack: nine},
                  taints: [{key: nine.example/t, value: v9, effect: NoSchedule}]},
                 {name: pool8, quantity: 9, nodeTypeSelector: [{property: zone, compare: In, values: [nine, ten]}]}],
         poolProperties: {team: nine},
         kubeVip: {endpoint: "10.9.0.9:6443", attachmentName: nine/lan, interfaceName: net9, gateway: 10.9.0.1/24}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_CLAIM.type(),
        """
        {name: claim9, namespace: p-nine, displayName: Nine, labels: {team: nine}, annotations: {nine.example/a: b9},
         provider: kv9, nodeType: small9, environment: env9, attachment: "${lan.attachment}",
         image: {url: "https://nine.example/disk", checksum: "md5:99999999999999999999999999999999", rootDiskSize: 99Gi,
                 dataVolumeTemplate: {spec: {storage: {storageClassName: nine}}}, rootDiskTemplate: {cache: none}},
         sshKeys: [key9, key8], userData: "#nine", networkData: "version: 2", properties: {team9: nine},
         virtualCluster: tenant9, controlPlane: true, taints: [{key: nine, value: a9, effect: NoSchedule}],
         startupTaints: [{key: ninth, effect: NoExecute}], kubeletArgs: {max-pods: "99"}, profile: profile9,
         desiredCapacity: {memory: 9Gi}, power: "Off", platformVersion: "4.11", suppress: [{code: KVN-P053, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_CLAIM.type(),
        """
        {namespace: p-nine, provider: kv9, attachmentName: nine/lan, image: {dataSource: nine/disk, rootDiskSize: 99Gi},
         virtualMachineTemplate: {spec: {runStrategy: Manual, template: {spec: {hostname: nine,
           domain: {resources: {requests: {cpu: "9", memory: 9Gi}}}}}}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_ENVIRONMENT.type(),
        """
        {name: env9, namespace: p-nine, displayName: Nine, provider: kv9, attachmentName: nine/lan, virtualCluster: tenant9,
         controlPlane: true, properties: {team: nine}, platformVersion: "4.11", guestAddresses: {cidr: 10.9.0.0/24,
         ranges: [10.9.0.10-10.9.0.99], gateway: 10.9.0.1, nameservers: [10.9.0.2], guestInterface: eth9}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NODE_ENVIRONMENT.type(),
        "{namespace: p-nine, provider: kv9, attachment: \"${lan.attachment}\"}",
        outputs);
    collect(
        all,
        Blueprints.OS_IMAGE.type(),
        """
        {name: image9, displayName: Nine, description: Ninth, properties: {team: nine}, platformVersion: "4.11",
         image: {url: "https://nine.example/disk", checksum: "md5:99999999999999999999999999999999", rootDiskSize: 99Gi,
                 dataVolumeTemplate: {spec: {storage: {storageClassName: nine}}}, rootDiskTemplate: {cache: none}}}
        """,
        outputs);
    collect(
        all,
        Blueprints.OS_IMAGE.type(),
        "{image: {dataSource: nine/disk}, suppress: [{code: KVN-P036, reason: ours}]}",
        outputs);
    collect(
        all,
        Blueprints.MACHINE_CONFIG_TEMPLATE.type(),
        """
        {name: template9, displayName: Nine, platformVersion: "4.11", cloudInitTemplate: "hostname: {{ .Values.Project }}",
         networkDataTemplate: "version: 9", suppress: [{code: KVN-P054, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.VIRTUAL_MACHINE.type(),
        """
        {name: vm9, namespace: vms, labels: {team: nine}, annotations: {nine.example/a: b9}, memory: 9Gi, cpuCores: 9,
         dedicatedCpus: true, containerDisk: nine.example/disk, userData: "#nine",
         cloudInit: configDrive, runStrategy: Manual, multiqueue: true, nodeSelector: {rack: a9}, kubevirtVersion: "1.9",
         networks: [{name: net91, pod: {cidr: 10.9.0.0/24, ipv6Cidr: "fd09::/120"}, binding: masquerade, model: e1000,
                     ports: [{name: http9, port: 99, protocol: UDP}], acpiIndex: 9, bootOrder: 99,
                     dhcpOptions: {bootFileName: nine, tftpServerName: nine.example, ntpServers: [10.9.0.9],
                                   privateOptions: [{option: 249, value: nine}]}},
                    {name: net92, attachment: "${lan.attachment}", stableMac: true, tag: nine, state: down},
                    {name: net93, attachmentName: nine/lan, plugin: {name: nine, migratable: true},
                     macAddress: "02:00:00:00:00:99", pciAddress: "0000:09:00.0"},
                    {name: net94, attachmentName: nine/lan, multusDefault: false, pluginName: ninth}],
         template: {metadata: {labels: {team9: nine}}, spec: {hostname: nine, networks: [{name: net95, multus: {networkName: nine/x}}],
           domain: {devices: {interfaces: [{name: net95, bridge: {}}], disks: [{name: disk9}]}}}},
         dataVolumeTemplates: [{metadata: {name: nine}}], suppress: [{code: KVN-V132, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.VIRTUAL_MACHINE.type(),
        """
        {namespace: vms, instanceType: {name: nine.type, namespaced: true}, preference: {name: nine.preference},
         rootVolume: {name: vol9, size: 99Gi, url: "https://nine.example/disk", storageClass: nine}, autoattachPodInterface: false,
         networks: [{name: net9, pod: {}, binding: passtBinding}],
         guestNetwork: {links: [{network: net9, addresses: [10.9.0.9/24], gateway4: 10.9.0.1, nameservers: [10.9.0.2]}]}}
        """,
        outputs);
    collect(
        all,
        Blueprints.VIRTUAL_MACHINE.type(),
        """
        {namespace: vms, memory: 9Gi, rootVolume: {size: 99Gi, sourcePvc: nine/disk}, userData: "#nine", networkData: "version: 2",
         networks: [{name: net9, attachmentName: nine/lan, binding: sriov}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETRIS_NETWORK.type(),
        """
        {serverCluster: nine, site: nine9, vpc: ninth, vnet: nodes, hostModel: trunk, name: lan9, namespace: vms, bridgeName: br9,
         facts: {vnet: nine-nodes, gateway: 10.9.7.254/21, vlan: 99, vxlan: 999, vpc: ninth, site: nine9,
                 dhcpRanges: [10.9.0.10-10.9.0.19], usedAddresses: [10.9.0.99], servers: [{name: hgx9, shared: true}]},
         uplink: {bond: {mode: 802.3ad, ports: [ens91, ens92]}}, nodeSelector: {rack: a9}, mtu: 1999, promiscMode: true,
         maxUnavailable: "3", managementInterface: allow, teardown: leave, consumers: ignore, leftBehind: leave,
         addresses: {ranges: [10.9.1.1-10.9.1.9], nameservers: [10.9.0.2], guestInterface: eth9},
         kubeVip: {vcluster: tenant9, namespace: p-nine, address: 10.9.2.9, port: 999, interfaceName: net9},
         suppress: [{code: KVN-T015, reason: ours}]}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETRIS_NETWORK.type(),
        """
        {serverCluster: nine, hostModel: trunk, namespace: vms, uplink: {nic: ens9}, rollout: plain,
         controller: {url: "https://nine.example", username: nine9, password: ninth, skipTlsVerify: true,
                      timeoutSeconds: 9, whenUnreachable: unknown},
         facts: {vnet: nine-nodes, gateway: 10.9.7.254/21, vlan: 99},
         kubeVip: {vcluster: tenant9, namespace: p-nine, connector: netris9, ranges: [10.9.2.1-10.9.2.9]}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETRIS_NETWORK.type(),
        """
        {serverCluster: nine, hostModel: evpn-on-host, namespace: vms, definition: platform, nodeProvider: kv9,
         facts: {vnet: nine-nodes, gateway: 10.9.7.254/21, vxlan: 999}, addresses: {nameservers: [10.9.0.2]}}
        """,
        outputs);
    collect(
        all,
        Blueprints.NETRIS_SERVER_CLUSTER.type(),
        """
        {serverCluster: nine, hostModel: trunk, bridgeName: br9, definitions: [vms/lan9],
         facts: {vnet: nine-nodes, gateway: 10.9.7.254/21, vlan: 99}, suppress: [{code: KVN-T050, reason: ours}]}
        """,
        outputs);
    return all;
  }

  private static void collect(List<Position> all, String type, String yaml, YamlStack outputs) {
    var inputs = (Fields) outputs.read(yaml);
    walk(inputs, "", (path, leaf) -> all.add(new Position(type, path, inputs, leaf)));
  }

  private interface Visit {
    void leaf(String path, Tree leaf);
  }

  private static void walk(Tree tree, String path, Visit visit) {
    if (tree instanceof Fields f) {
      f.fields()
          .forEach(
              (name, t) -> {
                boolean group =
                    name.equals("name") && path.matches("(nodeGroups|nodeTypes)\\[\\d+]");
                boolean cni = name.equals("namespace") && path.equals("cni");
                if (!group && !cni && (!path.isEmpty() || !PLAIN.contains(name))) {
                  walk(t, path.isEmpty() ? name : path + "." + name, visit);
                }
              });
    } else if (tree instanceof Items l) {
      for (int i = 0; i < l.items().size(); i++) {
        walk(l.items().get(i), path + "[" + i + "]", visit);
      }
    } else {
      visit.leaf(path, tree);
    }
  }

  /** By identity: the same text may stand at several places. */
  @SuppressWarnings("ReferenceEquality")
  private static Tree replace(Tree tree, Tree leaf, Tree other) {
    if (tree == leaf) {
      return other;
    }
    if (tree instanceof Fields f) {
      var fields = new LinkedHashMap<String, Tree>();
      f.fields().forEach((name, t) -> fields.put(name, replace(t, leaf, other)));
      return new Fields(fields, f.marks());
    }
    return tree instanceof Items l
        ? new Items(l.items().stream().map(t -> replace(t, leaf, other)).toList(), l.marks())
        : tree;
  }

  public static List<Tree> leaves(Tree tree) {
    var leaves = new ArrayList<Tree>();
    walk(Tree.of("all", tree), "", (path, leaf) -> leaves.add(leaf));
    return leaves;
  }

  /** What is known, without marks. */
  public static List<Object> scalars(Tree tree) {
    return leaves(tree).stream()
        .filter(Scalar.class::isInstance)
        .map(t -> ((Scalar) t).value())
        .toList();
  }

  /** Known leaves of the one tree at places where the other has an unknown one. */
  public static Set<Tree> leavesOnlyIn(Tree known, Tree unknown) {
    var found = new LinkedHashSet<Tree>();
    compare(known, unknown, found);
    return found;
  }

  private static void compare(Tree known, Tree unknown, Set<Tree> found) {
    if (unknown instanceof Tree.Unknown) {
      found.addAll(leaves(known));
    } else if (known instanceof Fields a && unknown instanceof Fields b) {
      a.fields().forEach((name, t) -> b.get(name).ifPresent(u -> compare(t, u, found)));
    } else if (known instanceof Items a && unknown instanceof Items b) {
      for (int i = 0; i < Math.min(a.items().size(), b.items().size()); i++) {
        compare(a.items().get(i), b.items().get(i), found);
      }
    }
  }
}
