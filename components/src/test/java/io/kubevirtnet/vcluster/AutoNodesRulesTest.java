package io.kubevirtnet.vcluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the values of a virtual cluster say of its nodes. */
class AutoNodesRulesTest {
  private static final Part TYPES = part("types", "[small, large]");

  @Test
  void takesPoolsOfTypesThatThereAre() {
    assertThat(
            pools(
                "{name: a, nodeTypeSelector: [{property: vcluster.com/node-type, value: small}],"
                    + " nodeLabels: {rack: a}, limits: {cpu: '10'}, quantity: 0}, {name: b}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{property: zone, operator: Exists, value: a} | P043 nodeTypeSelector[0].value: Exists takes no value.",
        "{property: zone, operator: In} | P043 nodeTypeSelector[0].operator: In needs a value.",
        "{property: zone} | P043 nodeTypeSelector[0]: In needs a value.",
        "{property: zone, value: a, values: [b]} | P043 nodeTypeSelector[0].values: value and values are both set.",
        "{property: zone, operator: Lt, values: ['1', '2']} | P043 nodeTypeSelector[0].values: Lt compares with one whole number.",
        "{property: zone, operator: NotExists} | P069 nodeTypeSelector[0].operator: \"NotExists\" is none.",
        "{property: vcluster.com/node-type, value: tiny} | P045 nodeTypeSelector[0].value: No node type is called tiny.",
        "{property: vcluster.com/node-type, operator: NotIn, value: tiny} |",
        "{property: zone, operator: Gt, value: '-3'} |",
        "{property: zone, operator: DoesNotExist} |"
      })
  void readsConditionsAsKubernetesDoes(String condition, String finding) {
    assertThat(String.join(" ", pools("{name: a, nodeTypeSelector: [" + condition + "]}")))
        .isEqualTo(finding == null ? "" : finding);
  }

  @Test
  void proposesTheTypeThatIsMeant() {
    var report = new Report();
    var values =
        "{privateNodes: {autoNodes: [{dynamic: [{name: a, nodeTypeSelector: [{property: vcluster.com/node-type, value: smal}]}]}]}}";

    AutoNodesRules.check(part("", values), TYPES, report);

    assertThat(report.findings()).extracting(f -> f.fix()).containsExactly("Did you mean small?");
  }

  @Test
  void cannotTellWhichTypesAPoolMeansWhileTheyAreNotKnown() {
    var report = new Report();
    var values =
        "{privateNodes: {autoNodes: [{dynamic: [{name: a, nodeTypeSelector: [{property: vcluster.com/node-type, value: smal}]}]}]}}";

    AutoNodesRules.check(part("", values), part("types", "${unknown}"), report);
    AutoNodesRules.check(part("", values), part("types", "['${unknown}', large]"), report);

    assertThat(report.findings()).isEmpty();
  }

  @Test
  void wantsANameOfItsOwnForEachPool() {
    assertThat(pools("{name: a}, {name: a}, {quantity: 3}"))
        .containsExactly(
            "P044 [1].name: Two pools are called a.", "P044 [2]: The pool has no name.");
  }

  @Test
  void looksAtSizesLabelsAndTaints() {
    assertThat(
            pools(
                "{name: a, quantity: -1, limits: {cpu: many}, nodeLabels: {rack: 'a b'},"
                    + " taints: [{effect: NoSchedule}]}"))
        .containsExactly(
            "P006 limits.cpu: \"many\" is not an amount above 0.",
            "P068 taints[0].key: The taint has no key.",
            "P031 nodeLabels.rack: \"a b\" is no value of a label.",
            "P005 quantity: -1 is below 0.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.100.0.250:8443 | 10.100.0.1/24 |",
        "[2001:db8::50]:8443 | 2001:db8::1/64 |",
        "10.100.0.250 | 10.100.0.1/24 | P046 endpoint: \"10.100.0.250\" is not an address with a port.",
        "api.example:8443 | 10.100.0.1/24 | P046 endpoint: \"api.example:8443\" is not an address with a port.",
        "10.100.0.250:99999 | 10.100.0.1/24 | P046 endpoint: \"10.100.0.250:99999\" is not an address with a port.",
        "10.100.0.250:8443 | 10.100.0.0/24 | P046 advanced.kubeVip.gateway: \"10.100.0.0/24\" is not the address of a router with the length of its prefix.",
        "10.200.0.250:8443 | 10.100.0.1/24 | P046 endpoint: \"10.200.0.250:8443\" is not an address of the network of 10.100.0.1/24."
      })
  void wantsAnEndpointThatTheNodesReach(String endpoint, String gateway, String finding) {
    var values =
        Tree.of("endpoint", endpoint)
            .with("advanced", Tree.of("kubeVip", Tree.of("gateway", gateway)));

    assertThat(String.join(" ", check(Tree.of("controlPlane", values))))
        .isEqualTo(finding == null ? "" : finding);
  }

  @Test
  void judgesThePropertiesOfATenantAsThoseOfItsClaims() {
    assertThat(
            check(
                YamlStack.value(
                    "{privateNodes: {autoNodes: [{properties: {kubevirt.vcluster.com/interface-binding: slirp}}]}}")))
        .containsExactly(
            "P027 privateNodes.autoNodes[0].properties[\"kubevirt.vcluster.com/interface-binding\"]: \"slirp\" is a plugin since KubeVirt 1.3.");
  }

  private static List<String> pools(String pools) {
    return check(YamlStack.value("{privateNodes: {autoNodes: [{static: [" + pools + "]}]}}"));
  }

  private static List<String> check(Tree values) {
    var report = new Report();
    AutoNodesRules.check(Part.of(PropertyPath.ROOT, values), TYPES, report);
    return report.findings().stream()
        .map(
            f ->
                f.code().substring("KVN-".length())
                    + " "
                    + f.path()
                        .text()
                        .replace("privateNodes.autoNodes[0].static[0].", "")
                        .replace("privateNodes.autoNodes[0].static", "")
                        .replace("controlPlane.", "")
                    + ": "
                    + f.what())
        .toList();
  }

  private static Part part(String path, String yaml) {
    return Part.of(new PropertyPath(path), YamlStack.value(yaml));
  }
}
