package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import io.kubevirtnet.provider.cluster.FakeApiServer;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.provider.wire.Wire;
import io.kubevirtnet.provider.wire.Wired;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** {@code listNetworkAttachments} as the engine asks for it. */
@Timeout(120)
class ListFunctionTest {
  private static final String ATTACHMENTS =
      "/apis/k8s.cni.cncf.io/v1/network-attachment-definitions";

  private final FakeApiServer server = new FakeApiServer();
  private Fixture fixture;

  @BeforeEach
  void start() throws Exception {
    fixture = new Fixture();
    server.put("/apis/kubevirt.io/v1/kubevirts", "{\"metadata\": {\"name\": \"kubevirt\"}}");
    server.put(
        ATTACHMENTS,
        """
        {"metadata": {"name": "lan", "namespace": "vms",
          "annotations": {"k8s.v1.cni.cncf.io/resourceName": "bridge.network.kubevirt.io/br1"}},
         "spec": {"config": "{\\"type\\":\\"bridge\\",\\"bridge\\":\\"br1\\",\\"vlan\\":100}"}}""");
    server.put(
        ATTACHMENTS,
        """
        {"metadata": {"name": "fast", "namespace": "storage"}, "spec": {"config": ""}}""");
    server.put(
        "/apis/kubevirt.io/v1/virtualmachines",
        """
        {"metadata": {"name": "web", "namespace": "vms"}, "spec": {"template": {"spec": {"networks":
          [{"name": "n", "multus": {"networkName": "lan"}}]}}}}""");
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
    server.close();
  }

  @Test
  void givesWhatTheConfiguredClusterHas() {
    configure("{}");

    var result = InputReader.read(invoke("{\"namespace\": \"vms\"}").getReturn()).tree().plain();

    assertThat(result)
        .isEqualTo(
            Map.of(
                "attachments",
                List.of(
                    Map.of(
                        "reference", "vms/lan",
                        "namespace", "vms",
                        "name", "lan",
                        "type", "bridge",
                        "bridge", "br1",
                        "vlan", "100",
                        "resourceName", "bridge.network.kubevirt.io/br1",
                        "config", "{\"type\":\"bridge\",\"bridge\":\"br1\",\"vlan\":100}",
                        "usedBy",
                            List.of(
                                Map.of(
                                    "kind", "VirtualMachine", "namespace", "vms", "name", "web")))),
                "notRead",
                List.of()));
  }

  @Test
  void takesAllNamespacesUnlessOneIsNamed() {
    configure("{}");

    assertThat(
            invoke("{}").getReturn().getFieldsOrThrow("attachments").getListValue().getValuesList())
        .hasSize(2);
  }

  @Test
  void saysWhyThereAreNone() {
    server.unknownKind("kubevirt.io");
    configure("{}");

    var result = invoke("{}").getReturn();

    assertThat(result.getFieldsOrThrow("attachments").getListValue().getValuesList()).isEmpty();
    assertThat(result.getFieldsOrThrow("skipped").getStringValue())
        .isEqualTo("KubeVirt is not installed.");
  }

  @Test
  void saysThatItIsTooEarlyWhileAnInputOrTheClusterIsUnknown() {
    configure("{}");
    assertTooEarly(invoke("{\"namespace\": " + Wired.unknown() + "}"));

    configure("{\"context\": \"" + Wire.UNKNOWN + "\"}");
    assertTooEarly(invoke("{}"));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void asksNoClusterOffline() {
    configure("{\"offline\": true}");

    assertTooEarly(fixture.provider().invoke(request("{}").setPreview(true).build()));
    assertThat(invoke("{}").getFailuresList())
        .extracting(CheckFailure::getReason)
        .containsExactly("kubevirtnet:offline is set, so that no cluster is asked.");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void refusesAnInputThatDoesNotExist() {
    configure("{}");

    assertThat(invoke("{\"namespaces\": \"vms\"}").getFailuresList())
        .singleElement()
        .matches(f -> f.getProperty().equals("namespaces"))
        .matches(f -> f.getReason().startsWith("KVN-X001"));
  }

  @Test
  void failsInOneSentenceWhereTheClusterRefuses() {
    configure("{}");
    for (int i = 0; i < 20; i++) {
      server.fault("kubevirts", 401);
    }

    assertThat(invoke("{}").getFailuresList())
        .singleElement()
        .asString()
        .contains("does not accept the credentials")
        .doesNotContain("very-secret");
  }

  /** The engine refuses an answer with an unknown part. */
  private static void assertTooEarly(InvokeResponse response) {
    assertThat(response.getFailuresList()).isEmpty();
    assertThat(InputReader.read(response.getReturn()).tree().hasUnknown()).isFalse();
    assertThat(response.getReturn().getFieldsOrThrow("skipped").getStringValue())
        .endsWith("is known after apply.");
  }

  private InvokeResponse invoke(String inputs) {
    return fixture.provider().invoke(request(inputs).build());
  }

  private static InvokeRequest.Builder request(String inputs) {
    return InvokeRequest.newBuilder()
        .setTok("kubevirtnet:index:listNetworkAttachments")
        .setArgs(Wired.struct(inputs));
  }

  private void configure(String config) {
    var args =
        Struct.newBuilder()
            .putFields("kubeconfig", TreeWriter.text(kubeconfig()))
            .mergeFrom(Wired.struct(config));
    var unused = fixture.provider().configure(ConfigureRequest.newBuilder().setArgs(args).build());
  }

  private String kubeconfig() {
    return """
        apiVersion: v1
        kind: Config
        current-context: fake
        clusters: [{name: fake, cluster: {server: "%s"}}]
        users: [{name: me, user: {token: very-secret}}]
        contexts: [{name: fake, context: {cluster: fake, user: me}}]
        """
        .formatted(server.address());
  }
}
