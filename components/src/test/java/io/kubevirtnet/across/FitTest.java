package io.kubevirtnet.across;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a machine is told about the networks that its interfaces take, and its binding plugins. */
class FitTest {
  private static final String MAC = "macAddress: '02:00:00:00:00:01'";
  private static final Map<String, String> DEVICES =
      Map.of("k8s.v1.cni.cncf.io/resourceName", "intel.com/vfs");

  private final NetworkStage stage = new NetworkStage();
  private ClusterConfiguration cluster = ClusterConfiguration.of(KubeVirtRelease.newest());

  @ParameterizedTest
  @CsvSource({
    "bridge, bridge, ''",
    "bridge, sriov, KVN-X050",
    "sriov, sriov, ''",
    "sriov, bridge, KVN-X050",
    "ovs, bridge, ''",
    "ovs, sriov, ''",
    "macvtap, bridge, KVN-X050",
    "macvlan, bridge, KVN-X050",
    "ipvlan, bridge, KVN-X050",
    "ovn-k8s-cni-overlay, bridge, ''",
    "somebody-elses, sriov, ''",
  })
  void knowsWhichBindingWorksOnWhichNetwork(String plugin, String binding, String code) {
    stage.definition("east", "vms/lan", DEVICES, "{type: " + plugin + ", name: lan, bridge: br1}");

    assertThat(machine("{name: lan, " + binding + ": {}}").codes())
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void namesTheBindingThatWouldWork() {
    stage.definition("vms/lan", "{type: bridge, name: lan, bridge: br1}");

    assertThat(machine("{name: lan, sriov: {}}").findings().get(0))
        .returns(
            "interfaces[0].sriov", f -> f.path().text().replaceAll(".*interfaces", "interfaces"))
        .returns("Write bridge: {} in its place.", Finding::fix);
  }

  @Test
  void leavesAPluginAloneWithItsNetwork() {
    stage.definition("east", "vms/lan", DEVICES, "{type: macvtap, name: lan}");

    assertThat(machine("{name: lan, binding: {name: macvtap}}").codes()).isEmpty();
  }

  @Test
  void asksForAResourceWhereDevicesCouldComeFrom() {
    stage.definition("vms/lan", "{type: ovs, name: lan, bridge: br1}");
    stage.definition("vms/refused", "{type: sriov, name: lan}");
    stage.definition("vms/pinned", "{type: sriov, name: lan, deviceID: '0000:af:06.0'}");

    assertThat(machine("{name: lan, sriov: {}}").codes()).containsExactly("KVN-X051");
    assertThat(on("refused", "{name: lan, sriov: {}}").codes()).isEmpty();
    assertThat(on("pinned", "{name: lan, sriov: {}}").codes()).containsExactly("KVN-X051");
  }

  @Test
  void saysWhoHandsOutDevicesSinceKubeVirtDoesNot() {
    stage.definition("east", "vms/lan", DEVICES, "{type: sriov, name: lan}");

    assertThat(machine("{name: lan, sriov: {}}").notChecked())
        .singleElement()
        .asString()
        .contains("network-resources-injector");
    cluster = ClusterConfiguration.of(KubeVirtRelease.V1_8);
    assertThat(machine("{name: lan, sriov: {}}").notChecked()).isEmpty();
  }

  @Test
  void knowsWhichCardsLearnTheMtu() {
    stage.definition("vms/lan", "{type: bridge, name: lan, bridge: br1, mtu: 9000}");
    stage.definition("vms/usual", "{type: bridge, name: lan, bridge: br1, mtu: 1500}");
    stage.definition(
        "vms/served",
        "{type: bridge, name: lan, bridge: br1, mtu: 9000, ipam: {type: whereabouts}}");

    assertThat(machine("{name: lan, bridge: {}, model: e1000}").codes())
        .containsExactly("KVN-X052");
    assertThat(machine("{name: lan, bridge: {}, model: virtio}").codes()).isEmpty();
    assertThat(machine("{name: lan, bridge: {}}").codes()).isEmpty();
    assertThat(on("usual", "{name: lan, bridge: {}, model: e1000}").codes()).isEmpty();
    assertThat(on("served", "{name: lan, bridge: {}, model: e1000}").codes()).isEmpty();
  }

  @Test
  void servesDhcpOptionsOnlyWithAnAddress() {
    stage.definition("vms/lan", "{type: bridge, name: lan, bridge: br1}");
    stage.definition(
        "vms/served", "{type: bridge, name: lan, bridge: br1, ipam: {type: whereabouts}}");
    var nic = "{name: lan, bridge: {}, dhcpOptions: {bootFileName: pxe.0}}";

    assertThat(machine(nic).codes()).containsExactly("KVN-X053");
    assertThat(on("served", nic).codes()).isEmpty();
  }

  @Test
  void findsTwoMachinesWithOneAddressOnANetwork() {
    stage.definition("vms/lan", "{type: bridge, name: lan, bridge: br1, vlan: 7}");
    stage.definition("vms/same", "{type: bridge, name: same, bridge: br1, vlan: 7}");
    stage.definition("vms/other", "{type: bridge, name: other, bridge: br1, vlan: 8}");
    var nic = "{name: lan, bridge: {}, " + MAC + "}";

    assertThat(machine(nic).codes()).isEmpty();
    assertThat(on("other", nic).codes()).isEmpty();
    assertThat(on("same", nic.replace(":01", ":02")).codes()).isEmpty();
    var told = on("same", nic.replace("02:00:00:00:00:01", "02-00-00-00-00-01"));
    assertThat(told.codes()).containsExactly("KVN-X054");
    assertThat(told.findings().get(0).what()).startsWith("VirtualMachine vms/lan has ");
  }

  @Test
  void knowsANetworkThatIsMadeElsewhereByItsName() {
    var nic = "{name: lan, bridge: {}, " + MAC + "}";

    assertThat(on("elsewhere", nic).codes()).isEmpty();
    assertThat(on("elsewhere", nic).codes()).containsExactly("KVN-X054");
    assertThat(on("elsewhere-2", nic).codes()).isEmpty();
  }

  @Test
  void cannotTellWhichPluginsThereAreWithoutTheKubeVirt() {
    var told = machine("{name: default, binding: {name: passt}}");

    assertThat(told.codes()).isEmpty();
    assertThat(told.notChecked())
        .singleElement()
        .asString()
        .endsWith("whether KubeVirt has the binding plugin passt");
  }

  @Test
  void missesAPluginThatTheKubeVirtDoesNotHave() {
    cluster = kubeVirt("{passt: {migration: {}}}");

    assertThat(machine("{name: default, binding: {name: passt}}").codes()).isEmpty();
    var missing = machine("{name: default, binding: {name: past}}");
    assertThat(missing.codes()).containsExactly("KVN-X055");
    assertThat(missing.findings().get(0).fix()).startsWith("Did you mean passt? ");
  }

  @Test
  void findsAPluginThatTheSameRunRegisters() {
    cluster = kubeVirt("{}");
    stage.run.plugin(new Claimant("plugin", "east"), Value.known(PropertyPath.ROOT, "mine"), true);
    stage.run.plugin(
        new Claimant("plugin", "west"), Value.known(PropertyPath.ROOT, "theirs"), true);

    assertThat(machine("{name: default, binding: {name: mine}}").codes()).isEmpty();
    assertThat(machine("{name: default, binding: {name: theirs}}").codes())
        .containsExactly("KVN-X055");
  }

  @Test
  void migratesOnThePodNetworkOnlyWithAPluginThatDoes() {
    cluster = kubeVirt("{mine: {}, passt: {migration: {}}}");
    stage.definition("vms/lan", "{type: bridge, name: lan, bridge: br1}");

    assertThat(machine("{name: default, binding: {name: mine}}").codes())
        .containsExactly("KVN-X056");
    assertThat(machine("{name: default, binding: {name: passt}}").codes()).isEmpty();
    assertThat(machine("{name: lan, binding: {name: mine}}").codes()).isEmpty();
  }

  private static ClusterConfiguration kubeVirt(String plugins) {
    return ClusterConfiguration.of(
        KubeVirtRelease.newest(),
        Tree.of(
            "spec",
            Tree.of(
                "configuration",
                Tree.of("network", Tree.of("binding", YamlStack.value(plugins))))));
  }

  /** A machine with one interface: on the pod network when that is its name, else on vms/lan. */
  private NetworkStage.Told machine(String nic) {
    return on("lan", nic);
  }

  private NetworkStage.Told on(String definition, String nic) {
    var name = ((Fields) YamlStack.value(nic)).get("name").orElseThrow().plain();
    var network =
        name.equals("default")
            ? "{name: default, pod: {}}"
            : "{name: lan, multus: {networkName: " + definition + "}}";
    var object =
        YamlStack.value(
            "{spec: {template: {spec: {domain: {devices: {interfaces: ["
                + nic
                + "]}}, networks: ["
                + network
                + "]}}}}");
    var report = new Report();
    stage.run.machine(
        new Claimant("VirtualMachine vms/" + definition, "east"),
        new Machine(MachineKind.VIRTUAL_MACHINE, Part.of(PropertyPath.ROOT, object)),
        "vms",
        Isolation.OFF,
        cluster,
        report);
    return new NetworkStage.Told(
        report.findings(),
        report.notChecked().stream()
            .map(Report.NotChecked::toString)
            .filter(n -> !n.endsWith("is not managed here"))
            .toList());
  }
}
