package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.across.Isolation;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PlatformRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void leavesMachinesFreeToReachAllNamespacesAsMultusDoes() {
    assertThat(read("{}").isolation()).isEqualTo(Isolation.OFF);
    assertThat(read("{namespaceIsolation: false}").isolation()).isEqualTo(Isolation.OFF);
  }

  @Test
  void isolatesNamespacesAllButThoseOfMultus() {
    assertThat(read("{namespaceIsolation: true}").isolation())
        .isEqualTo(new Isolation(true, List.of("default")));
    assertThat(read("{namespaceIsolation: true, globalNamespaces: [net]}").isolation())
        .isEqualTo(new Isolation(true, List.of("net")));
    assertThat(read("{namespaceIsolation: true, globalNamespaces: []}").isolation())
        .isEqualTo(new Isolation(true, List.of()));
  }

  @Test
  void refusesOtherTypes() {
    assertThat(read("{namespaceIsolation: 'yes', globalNamespaces: net}").findings())
        .extracting(Finding::path)
        .extracting(Object::toString)
        .containsExactly("namespaceIsolation", "globalNamespaces");
  }

  @Test
  void takesTheNewestKubeVirtAsItComesWhenNothingIsSaidOfIt() {
    var cluster = read("{}").kubeVirt().cluster(absent(), new Report());

    assertThat(cluster).isEqualTo(ClusterConfiguration.of(KubeVirtRelease.newest()));
  }

  @Test
  void followsTheReleaseOfTheStackAndThenThatOfTheComponent() {
    var stack = read("{kubevirtVersion: v1.8.4}").kubeVirt();
    var report = new Report();

    assertThat(stack.cluster(absent(), report).release()).isEqualTo(KubeVirtRelease.V1_8);
    assertThat(stack.cluster(version("1.9"), report).release()).isEqualTo(KubeVirtRelease.V1_9);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void takesANumberForTheRelease() {
    assertThat(read("{kubevirtVersion: 1.8}").kubeVirt().release()).contains(KubeVirtRelease.V1_8);
  }

  @Test
  void refusesAReleaseThatIsTooOldAndSaysOfANewerOneWhatItDoes() {
    assertThat(read("{kubevirtVersion: '1.5'}").findings())
        .extracting(Finding::code)
        .containsExactly("KVN-V100");
    var newer = read("{kubevirtVersion: '1.10'}");
    assertThat(newer.findings()).isEmpty();
    assertThat(newer.notChecked())
        .singleElement()
        .asString()
        .startsWith("kubevirtVersion: KubeVirt 1.10 is newer");
    assertThat(newer.kubeVirt().release()).contains(KubeVirtRelease.newest());

    var report = new Report();
    read("{}").kubeVirt().cluster(version("0.58"), report);
    assertThat(report.findings()).extracting(Finding::code).containsExactly("KVN-V100");
  }

  @Test
  void readsTheConfigurationAsAKubeVirtObjectHasIt() {
    var cluster =
        read("{kubevirtConfiguration: {developerConfiguration: {featureGates: [PortRangesSpec]},"
                + " network: {defaultNetworkInterface: masquerade, binding: {passt: {migration: {}}}}}}")
            .kubeVirt()
            .cluster(absent(), new Report());

    assertThat(cluster.isOn("PortRangesSpec")).isTrue();
    assertThat(cluster.defaultInterface()).isEqualTo("masquerade");
    assertThat(cluster.plugins().orElseThrow()).containsOnlyKeys("passt");
    assertThat(cluster.workloadUpdateMethods()).isEmpty();
  }

  @Test
  void doesNotTakePluginsForMissingWhenTheConfigurationNamesNone() {
    var cluster =
        read("{kubevirtConfiguration: {network: {defaultNetworkInterface: masquerade}}}")
            .kubeVirt()
            .cluster(absent(), new Report());

    assertThat(cluster.plugins()).isEmpty();
  }

  @Test
  void judgesTheConfigurationAtItsOwnPlace() {
    assertThat(
            read("{kubevirtConfiguration: {network: {defaultNetworkInterface: passt}}}").findings())
        .extracting(f -> f.code() + " " + f.path())
        .containsExactly("KVN-V101 kubevirtConfiguration.network.defaultNetworkInterface");
  }

  @Test
  void refusesAConfigurationThatIsNone() {
    assertThat(read("{kubevirtConfiguration: yes}").findings())
        .extracting(f -> f.code() + " " + f.path())
        .containsExactly("KVN-X002 kubevirtConfiguration");
  }

  @Test
  void takesTheNewestPlatformWhenNothingIsSaidOfIt() {
    assertThat(read("{}").platform().release(absent(), new Report()))
        .isEqualTo(PlatformRelease.newest());
  }

  @Test
  void followsThePlatformOfTheStackAndThenThatOfTheComponent() {
    var stack = read("{platformVersion: 4.11}").platform();
    var report = new Report();

    assertThat(stack.release(absent(), report)).isEqualTo(PlatformRelease.V4_11);
    assertThat(stack.release(version("v4.10.2"), report)).isEqualTo(PlatformRelease.V4_10);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void refusesAPlatformThatIsTooOldAndSaysOfANewerOneWhatItDoes() {
    assertThat(read("{platformVersion: '4.9'}").findings())
        .extracting(f -> f.code() + " " + f.path())
        .containsExactly("KVN-P030 platformVersion");
    var newer = read("{platformVersion: '5.0'}");
    assertThat(newer.findings()).isEmpty();
    assertThat(newer.notChecked())
        .singleElement()
        .asString()
        .startsWith("platformVersion: vCluster Platform 5.0 is newer");
    assertThat(newer.platform().stated()).contains(PlatformRelease.newest());
  }

  private static Value<String> absent() {
    return new Value.Absent<>(PropertyPath.ROOT.child("kubevirtVersion"));
  }

  private static Value<String> version(String text) {
    return Value.known(PropertyPath.ROOT.child("kubevirtVersion"), text);
  }

  private static Settings read(String config) {
    return Settings.read((Fields) YamlStack.value(config));
  }
}
