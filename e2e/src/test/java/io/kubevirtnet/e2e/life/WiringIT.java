package io.kubevirtnet.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Output;
import io.kubevirtnet.VirtualMachineWiring;
import io.kubevirtnet.VirtualMachineWiringArgs;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.outputs.GuestInterface;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wiring of a machine in the hands of the real engine, beside a machine that a test made. */
class WiringIT {
  private static final String API = "kubevirt.io/v1";
  private static final ObjectRef MACHINE = ref("VirtualMachine");
  private static final ObjectRef INSTANCE = ref("VirtualMachineInstance");
  private static final YAMLMapper YAML = new YAMLMapper();

  private KubeApi api;
  private Stack stack;

  @BeforeEach
  void open() {
    var cluster = LocalCluster.shared();
    api = cluster.api();
    stack = Stack.inProject("wiring").cluster(cluster).plugins(PluginProcess.folder()).open();
    stack.setConfig("kubevirtnet:kubeconfig", cluster.kubeconfigFile().toString(), true);
    api.create(
        object("VirtualMachine", "spec: {runStrategy: Always, template: {spec: " + SPEC + "}}"));
  }

  @AfterEach
  void close() {
    if (stack != null) {
      stack.close();
    }
    if (api != null) {
      api.delete(INSTANCE);
      api.delete(MACHINE);
    }
  }

  private static final String SPEC =
      "{domain: {devices: {interfaces: [{name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'}]}},"
          + " networks: [{name: lan, multus: {networkName: default/lan}}]}";

  @Test
  void saysWhatAChangeDoesAndReadsTheAddressesOfTheGuest() {
    stack.up(program("bridge", "default/lan")).orThrow();
    assertThat(stack.outputs()).containsEntry("addresses", "none");
    run();

    Run preview = stack.preview(program("sriov", "default/lan")).orThrow();
    assertThat(lines(preview))
        .anyMatch(
            l ->
                l.contains("lan: bridge -> sriov: restart. ")
                    && l.contains("virtctl restart web -n default."));
    assertThat(stack.preview(program("bridge", "default/lan")).orThrow().changes()).isEmpty();

    stack.refresh().orThrow();
    stack.up(program("bridge", "default/lan")).orThrow();
    assertThat(stack.outputs()).containsEntry("addresses", "10.1.0.7");
    assertThat(stack.up(program("bridge", "default/lan")).orThrow().changes()).isEmpty();
  }

  @Test
  void showsWhatOthersChangedInTheMachine() {
    stack.up(program("bridge", "default/lan")).orThrow();
    api.merge(
        MACHINE,
        yaml(
            "spec: {template: {spec: {networks: [{name: lan, multus: {networkName: default/office}}]}}}"),
        WriteOptions.TEST);

    assertThat(lines(stack.refresh().orThrow()))
        .anyMatch(l -> l.contains("lan: multus.networkName: default/lan -> default/office"));
    assertThat(stack.up(program("bridge", "default/lan")).orThrow().changes())
        .isEqualTo(Map.of("web", OperationType.UPDATE));
    stack.destroy().orThrow();
    assertThat(api.get(MACHINE)).isPresent();
  }

  @Test
  void refusesWhatKubeVirtRefuses() {
    Run refused = stack.preview(program("masquerade", "default/lan"));

    assertThat(refused.succeeded()).isFalse();
    assertThat(refused.stdout() + refused.stderr() + lines(refused))
        .contains("interfaces[0].name", "KVN-V014");
  }

  private void run() {
    var status =
        yaml(
            """
            phase: Running
            interfaces: [{name: lan, mac: '02:00:00:00:00:07', ipAddress: 10.1.0.7, ipAddresses: [10.1.0.7], podInterfaceName: pod094a367b026}]
            """);
    var instance = object("VirtualMachineInstance", "spec: " + SPEC);
    instance.set("status", status);
    if (!api.create(instance).has("status")) {
      api.setStatus(INSTANCE, status);
    }
  }

  private static Consumer<Context> program(String binding, String definition) {
    return context -> {
      var web =
          new VirtualMachineWiring(
              "web",
              VirtualMachineWiringArgs.builder()
                  .virtualMachine("web")
                  .namespace("default")
                  .interfaces(
                      List.of(
                          Map.of(
                              "name", "lan", binding, Map.of(), "macAddress", "02:00:00:00:00:07")))
                  .networks(
                      List.of(Map.of("name", "lan", "multus", Map.of("networkName", definition))))
                  .build());
      context.export("addresses", addresses(web.guestInterfaces()));
    };
  }

  /** A stack's output that is a list comes back as a text. */
  private static Output<String> addresses(Output<List<GuestInterface>> interfaces) {
    return interfaces.applyValue(
        all ->
            all.isEmpty()
                ? "none"
                : all.stream()
                    .flatMap(i -> i.ipAddresses().stream())
                    .collect(Collectors.joining(" ")));
  }

  private static List<String> lines(Run run) {
    return run.diagnostics().stream().map(Diagnostic::message).collect(Collectors.toList());
  }

  private static ObjectRef ref(String kind) {
    return ObjectRef.in("default", API, kind, "web");
  }

  private static ObjectNode object(String kind, String rest) {
    return yaml(
        """
        apiVersion: %s
        kind: %s
        metadata: {name: web, namespace: default}
        %s
        """
            .formatted(API, kind, rest));
  }

  private static ObjectNode yaml(String text) {
    try {
      return (ObjectNode) YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
