package io.kubevirtnet.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterRulesTest {

  static Stream<Rule> rules() {
    return ClusterCatalogue.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsJustThisInTheExampleOf(Rule rule) {
    assertThat(findings(KubeVirtRelease.V1_9, read(rule.example())))
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple(rule.code(), rule.severity()));
  }

  @Test
  void takesAKubeVirtAsItComes() {
    assertThat(findings(KubeVirtRelease.V1_9, Fields.EMPTY)).isEmpty();
    assertThat(texts("network: {defaultNetworkInterface: masquerade}")).isEmpty();
    assertThat(texts("network: {defaultNetworkInterface: ''}")).isEmpty();
  }

  @Test
  void forbidsNoDefaultThatIsNotABridge() {
    assertThat(
            texts(
                "network: {permitBridgeInterfaceOnPodNetwork: false, defaultNetworkInterface: masquerade}"))
        .isEmpty();
    assertThat(
            texts(
                "network: {permitBridgeInterfaceOnPodNetwork: false, defaultNetworkInterface: bridge}"))
        .containsExactly(
            "V103 spec.configuration.network.permitBridgeInterfaceOnPodNetwork: Bridges on the pod network are forbidden, and one is the default.");
  }

  @Test
  void knowsHowFarAReleaseHasComeWithAGate() {
    var gates =
        configuration(
            "developerConfiguration: {featureGates: [LiveUpdateNADRef, PortRangesSpec, HotplugVolumes]}");

    assertThat(findings(KubeVirtRelease.V1_8, gates))
        .extracting(ClusterRulesTest::line)
        .containsExactly(
            "V108 spec.configuration.developerConfiguration.featureGates[1]: KubeVirt 1.8 has no gate PortRangesSpec.");
    assertThat(findings(KubeVirtRelease.V1_9, gates))
        .extracting(ClusterRulesTest::line)
        .containsExactly(
            "V106 spec.configuration.developerConfiguration.featureGates[0]: LiveUpdateNADRef is on in KubeVirt 1.9 without it.",
            "V107 spec.configuration.developerConfiguration.featureGates[2]: HotplugVolumes is deprecated.");
  }

  @Test
  void namesTheGateThatIsMeant() {
    assertThat(
            findings(
                KubeVirtRelease.V1_9,
                configuration("developerConfiguration: {disabledFeatureGates: [passtbinding]}")))
        .extracting(Finding::fix)
        .containsExactly("Did you mean \"PasstBinding\"?");
  }

  @Test
  void repeatsWhatKubeVirtSaysOfAGateThatIsOnAndOff() {
    assertThat(
            findings(
                KubeVirtRelease.V1_9,
                configuration(
                    "developerConfiguration: {featureGates: [HostDisk], disabledFeatureGates: [HostDisk]}")))
        .extracting(Finding::upstream)
        .singleElement()
        .satisfies(
            u ->
                assertThat(u)
                    .contains(
                        new Upstream(
                            "kubevirt",
                            "FieldValueForbidden",
                            "spec.configuration.developerConfiguration.featureGates",
                            "feature gate \"HostDisk\" exists on both \"FeatureGates\" and \"DisabledFeatureGates\"")));
  }

  @Test
  void takesPluginsAsTheirDocumentsShowThem() {
    assertThat(
            texts(
                """
                network:
                      binding:
                        passt: {sidecarImage: "registry/passt:v1", networkAttachmentDefinition: default/netbindingpasst, migration: {method: link-refresh}, computeResourceOverhead: {requests: {memory: 500Mi}}}
                        macvtap: {domainAttachmentType: tap, migration: {}}
                        dpdk: {sidecarImage: "registry/dpdk:v1", downwardAPI: device-info}
                """))
        .isEmpty();
  }

  @Test
  void findsWhatOfAPluginCanNotWork() {
    assertThat(
            texts(
                """
                network:
                      binding:
                        a: {domainAttachmentType: Tap, downwardAPI: deviceInfo, migration: {method: refresh}}
                        b: {domainAttachmentType: tap, networkAttachmentDefinition: a/b/c, computeResourceOverhead: {requests: {memory: lots}}}
                        c: {networkAttachmentDefinition: vms/c}
                        d: {domainAttachmentType: managedTap, sidecar: image}
                """))
        .containsExactly(
            "V109 spec.configuration.network.binding.a.domainAttachmentType: \"Tap\" is no kind of attachment.",
            "V109 spec.configuration.network.binding.a.downwardAPI: \"deviceInfo\" is no kind of data for the sidecar.",
            "V109 spec.configuration.network.binding.a.migration.method: \"refresh\" is no method to migrate.",
            "V109 spec.configuration.network.binding.b.networkAttachmentDefinition: \"a/b/c\" is no NetworkAttachmentDefinition.",
            "V109 spec.configuration.network.binding.b.computeResourceOverhead.requests.memory: \"lots\" is no amount of memory.",
            "V109 spec.configuration.network.binding.c: The plugin has neither sidecarImage nor domainAttachmentType.",
            "V109 spec.configuration.network.binding.d.sidecar: There is no \"sidecar\" here.");
  }

  @Test
  void leavesOpenWhatIsNotKnownYet() {
    var open = new Unknown(Marks.NONE);
    var configuration =
        Tree.of(
                "network",
                Tree.of("defaultNetworkInterface", open)
                    .with("permitBridgeInterfaceOnPodNetwork", open)
                    .with("binding", Tree.of("a", Tree.of("domainAttachmentType", open))))
            .with("developerConfiguration", Tree.of("featureGates", open));
    var object = Tree.of("spec", Tree.of("configuration", configuration));
    var report = new Report();

    ClusterRules.check(object, KubeVirtRelease.V1_9, report);

    assertThat(report.findings()).isEmpty();
    assertThat(report.notChecked()).hasSize(4);
  }

  private static List<String> texts(String configuration) {
    return findings(KubeVirtRelease.V1_9, configuration(configuration)).stream()
        .map(ClusterRulesTest::line)
        .toList();
  }

  private static String line(Finding finding) {
    return finding.code().substring("KVN-".length()) + " " + finding.path() + ": " + finding.what();
  }

  private static List<Finding> findings(KubeVirtRelease release, Fields object) {
    var report = new Report();
    ClusterRules.check(object, release, report);
    return report.findings();
  }

  private static Fields configuration(String configuration) {
    return read("spec:\n  configuration:\n    " + configuration);
  }

  private static Fields read(String yaml) {
    try {
      return (Fields) Tree.of((Object) YamlStack.YAML.readValue(yaml, Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
