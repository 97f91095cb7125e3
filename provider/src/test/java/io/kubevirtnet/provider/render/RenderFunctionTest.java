package io.kubevirtnet.provider.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.protobuf.Struct;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.provider.wire.Wire;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

class RenderFunctionTest {
  private static final String ATTACHMENT = "kubevirt.vcluster.com/network-attachment-definition";
  private static final String PROVIDER =
      """
      metadata: {name: kv}
      spec:
        properties: {kubevirt.vcluster.com/interface-binding: sriov}
        kubeVirt:
          clusterRef: {cluster: host, namespace: vms}
          virtualMachineTemplate:
            spec:
              template:
                spec:
                  domain:
                    cpu: {dedicatedCpuPlacement: true}
                    resources: {requests: {cpu: "2", memory: 4Gi}}
                    devices: {interfaces: [{name: default, bridge: {}}]}
                  networks: [{name: default, pod: {}}]
          nodeTypes:
            - name: small
            - name: lan-vm
              properties: {kubevirt.vcluster.com/network-attachment-definition: vms/lan}
      """;

  private final RenderFunction function = new RenderFunction();

  @Test
  void showsTheMachineOfANodeType() {
    var result = result(given().with("nodeType", "lan-vm"));

    assertThat(networks(result))
        .isEqualTo(
            List.of(
                Map.of("name", "default", "pod", Map.of()),
                Map.of("name", "multus", "multus", Map.of("networkName", "vms/lan"))));
    assertThat(part(result, "properties", ATTACHMENT).tree().orElseThrow().plain())
        .isEqualTo(Map.of("value", "vms/lan", "origin", "type"));
    assertThat(
            part(result, "properties", "kubevirt.vcluster.com/interface-binding", "origin").text())
        .contains("provider");
    assertThat(part(result, "findings").items()).isEmpty();
    assertThat(part(result, "assumptions").items()).isNotEmpty();
    assertThat(part(result, "networkData").isSet()).isFalse();
  }

  @Test
  void takesTheFirstNodeTypeWhenNoneIsNamed() {
    var result = result(given());

    assertThat(networks(result)).isEqualTo(List.of(Map.of("name", "default", "pod", Map.of())));
  }

  @Test
  void saysInWhichInputSomethingIsWrong() {
    var environment =
        tree(
            """
            metadata: {name: office, namespace: p-default}
            spec: {properties: {kubevirt.vcluster.com/interface-binding: masquerade}}
            """);

    var result = result(given().with("nodeType", "lan-vm").with("environment", environment));

    assertThat(part(result, "findings").items())
        .extracting(
            f -> f.get("code").shown(), f -> f.get("severity").shown(), f -> f.get("place").shown())
        .contains(
            tuple(
                "KVN-P027",
                "error",
                "environment.spec.properties[\"kubevirt.vcluster.com/interface-binding\"]"));
  }

  @Test
  void missesAnAttachmentAmongTheDefinitions() {
    var other =
        tree(
            """
            metadata: {name: office, namespace: vms}
            spec: {config: '{"cniVersion": "1.0.0", "name": "office", "type": "bridge", "bridge": "br1", "vlan": 5000, "disableContainerInterface": true}'}
            """);

    var result = result(given().with("nodeType", "lan-vm").with("definitions", Tree.items(other)));

    assertThat(part(result, "findings").items())
        .extracting(f -> f.get("place").shown())
        .contains(
            "nodeProvider.spec.kubeVirt.nodeTypes[1].properties[\"" + ATTACHMENT + "\"]",
            "definitions[0].spec.config.vlan");
  }

  @Test
  void weighsFindingsAsTheStackSays() {
    configure("severities: {KVN-X042: info}");
    var other =
        tree(
            "{metadata: {name: office, namespace: vms}, spec: {config: '{\"type\": \"bridge\"}'}}");

    var result = result(given().with("nodeType", "lan-vm").with("definitions", Tree.items(other)));

    assertThat(part(result, "findings").items())
        .filteredOn(f -> f.get("code").is("KVN-X042"))
        .extracting(f -> f.get("severity").shown())
        .containsExactly("info");
  }

  @Test
  void leavesOpenWhatIsNotKnownYet() {
    var later = new Unknown(Marks.NONE);

    assertThat(result(Tree.of("nodeProvider", later)).hasUnknown()).isTrue();
    assertThat(result(given().with("nodeType", later)).get("findings")).contains(later);

    var environment =
        Tree.of("metadata", Tree.of("name", "e"))
            .with("spec", Tree.of("properties", Tree.of(ATTACHMENT, later)));
    var result = result(given().with("nodeType", "lan-vm").with("environment", environment));
    assertThat(part(result, "properties", ATTACHMENT, "value").isOpen()).isTrue();
    assertThat(part(result, "properties", ATTACHMENT, "origin").text()).contains("environment");
    assertThat(
            part(result, "virtualMachine", "spec", "template", "spec", "networks")
                .items()
                .get(1)
                .get("multus", "networkName")
                .isOpen())
        .isTrue();
  }

  @Test
  void keepsSecretsSecret() {
    var secret = new Scalar("vms/hidden", new Marks(true, Set.of()));
    var environment =
        Tree.of("metadata", Tree.of("name", "e"))
            .with("spec", Tree.of("properties", Tree.of(ATTACHMENT, secret)));

    var result = result(given().with("nodeType", "lan-vm").with("environment", environment));

    assertThat(
            part(result, "properties", ATTACHMENT, "value").tree().orElseThrow().marks().secret())
        .isTrue();
    assertThat(result.get("findings").orElseThrow().toString()).doesNotContain("hidden");
  }

  @Test
  void keepsASecretThatBecomesTheNameOfAField() {
    var binding = "kubevirt.vcluster.com/interface-binding";

    var answer = answer(environment(binding, "macvtap").with("nodeType", "lan-vm"));
    var instance = answer.getFieldsOrThrow("virtualMachine").getStructValue();
    for (var name : List.of("spec", "template", "spec", "domain", "devices")) {
      instance = instance.getFieldsOrThrow(name).getStructValue();
    }
    var interfaces = instance.getFieldsOrThrow("interfaces").getStructValue();

    assertThat(interfaces.getFieldsOrThrow(Wire.SIGNATURE).getStringValue()).isEqualTo(Wire.SECRET);
    assertThat(interfaces.getFieldsOrThrow(Wire.VALUE).toString()).contains("macvtap");
    assertThat(answer.getFieldsOrThrow("findings").toString()).doesNotContain("macvtap");
    assertThat(answer.getFieldsOrThrow("assumptions").toString()).doesNotContain("macvtap");
    assertThat(InputReader.read(answer).tree().hasUnknown()).isFalse();
  }

  @Test
  void keepsAWholeMachineThatIsSecret() {
    var template = "{spec: {template: {spec: {hostname: hidden}}}}";

    var answer = answer(environment("kubevirt.vcluster.com/root-disk-template", template));
    assertThat(answer.getFieldsOrThrow("findings").toString()).doesNotContain("hidden");

    var claim =
        tree("metadata: {name: c, namespace: p}\nspec: {providerRef: kv}")
            .with(
                "spec",
                Tree.of("providerRef", "kv")
                    .with(
                        "properties",
                        Tree.of(
                            "kubevirt.vcluster.com/vm-template",
                            new Scalar(template, new Marks(true, Set.of())))));
    var machine = answer(given().with("nodeClaim", claim)).getFieldsOrThrow("virtualMachine");
    assertThat(machine.getStructValue().getFieldsOrThrow(Wire.SIGNATURE).getStringValue())
        .isEqualTo(Wire.SECRET);
  }

  private static Fields environment(String key, String secret) {
    return given()
        .with(
            "environment",
            Tree.of("metadata", Tree.of("name", "e"))
                .with(
                    "spec",
                    Tree.of(
                        "properties",
                        Tree.of(key, new Scalar(secret, new Marks(true, Set.of()))))));
  }

  private Struct answer(Fields inputs) {
    var response = invoke(inputs);
    assertThat(response.getFailuresList()).isEmpty();
    return response.getReturn();
  }

  @Test
  void missesAnAttachmentThatIsNothingLikeTheDefinitions() {
    var other =
        tree(
            "{metadata: {name: office, namespace: net}, spec: {config: '{\"type\": \"bridge\"}'}}");

    var result = result(given().with("nodeType", "lan-vm").with("definitions", Tree.items(other)));

    assertThat(part(result, "findings").items())
        .filteredOn(f -> f.get("code").is("KVN-X042"))
        .extracting(f -> f.get("message").text().orElseThrow())
        .singleElement()
        .asString()
        .startsWith("No object here is vms/lan (there is net/office).");
  }

  @Test
  void refusesWhatItCanNotRender() {
    assertThat(refused(Fields.EMPTY))
        .extracting(CheckFailure::getProperty)
        .containsExactly("nodeProvider");
    assertThat(refused(given().with("nodeType", "huge")))
        .extracting(CheckFailure::getProperty, CheckFailure::getReason)
        .containsExactly(
            tuple("nodeType", "The NodeProvider has no node type huge; it has: small, lan-vm."));
    assertThat(refused(given().with("platformVersion", "4.9")))
        .extracting(CheckFailure::getReason)
        .singleElement()
        .asString()
        .startsWith("KVN-P030 platformVersion: ");
    assertThat(refused(given().with("kubevirtVersion", "0.5")))
        .extracting(CheckFailure::getReason)
        .singleElement()
        .asString()
        .startsWith("KVN-V100 kubevirtVersion: ");
  }

  private static Fields given() {
    return Tree.of("nodeProvider", tree(PROVIDER));
  }

  private Fields result(Fields inputs) {
    var response = invoke(inputs);
    assertThat(response.getFailuresList()).isEmpty();
    return InputReader.read(response.getReturn()).tree();
  }

  private List<CheckFailure> refused(Fields inputs) {
    return invoke(inputs).getFailuresList();
  }

  private InvokeResponse invoke(Fields inputs) {
    return function
        .invoke(
            InvokeRequest.newBuilder()
                .setTok(function.token())
                .setArgs(TreeWriter.VALUES_ONLY.write(inputs))
                .build())
        .join();
  }

  private void configure(String settings) {
    function.configure(
        new Desk() {
          @Override
          public Settings settings() {
            return Settings.read(tree(settings));
          }

          @Override
          public ClusterChoice cluster() {
            throw new AssertionError("no cluster is asked");
          }

          @Override
          public Messages messages(String urn) {
            throw new AssertionError("there is no resource");
          }
        });
  }

  private static Object networks(Fields result) {
    return part(result, "virtualMachine", "spec", "template", "spec", "networks")
        .tree()
        .orElseThrow()
        .plain();
  }

  private static Part part(Fields result, String first, String... more) {
    return Part.of(PropertyPath.ROOT, (Tree) result).get(first, more);
  }

  private static Fields tree(String yaml) {
    try {
      return (Fields) Tree.of(new YAMLMapper().readValue(yaml, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }
}
