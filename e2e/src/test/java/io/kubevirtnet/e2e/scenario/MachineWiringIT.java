package io.kubevirtnet.e2e.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.scenario.AnyComponent.Mode;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a machine of a program has beside it: a resource that tells what a change of it does. */
class MachineWiringIT {
  private static final String WIRING = "kubevirtnet:index:VirtualMachineWiring";
  private static final String VERSION = "kubevirt.io/v1";

  private LocalCluster cluster;
  private KubeApi api;

  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of("library", AnyComponent.LIBRARY), Arguments.of("plugin", AnyComponent.PLUGIN));
  }

  @BeforeEach
  void startCluster() {
    cluster = LocalCluster.shared();
    api = cluster.api();
  }

  @AfterEach
  void stopMachines() {
    if (api != null) {
      modes().forEach(mode -> api.delete(instance("wired-" + mode.get()[0])));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void tellsInThePreviewWhatAChangeDoesToTheRunningMachine(String mode, Mode make) {
    var name = "wired-" + mode;
    try (Stack stack = open(name)) {
      stack.up(machine(make, name, "masquerade", "02:00:00:00:00:07")).orThrow();
      assertThat(api.get(ObjectRef.in("default", VERSION, "VirtualMachine", name))).isPresent();
      start(name);
      assertThat(stack.up(machine(make, name, "masquerade", "02:00:00:00:00:07")).orThrow())
          .extracting(Run::changes)
          .isEqualTo(Map.of());

      var changed = machine(make, name, "bridge", "02:00:00:00:00:08");
      Run preview = stack.preview(changed).orThrow();
      assertThat(preview.steps())
          .filteredOn(s -> s.op() == OperationType.UPDATE)
          .extracting(s -> s.type())
          .contains("kubernetes:kubevirt.io/v1:VirtualMachine", WIRING);
      assertThat(said(preview, name))
          .anyMatch(l -> l.contains("default: masquerade -> bridge: restart. "))
          .anyMatch(
              l ->
                  l.contains("lan: macAddress: 02:00:00:00:00:07 -> 02:00:00:00:00:08: restart. "));

      stack.up(changed).orThrow();
      assertThat(stack.preview(changed).orThrow().changes()).isEmpty();
      stack.destroy().orThrow();
      assertThat(stack.resources()).isEmpty();
    }
  }

  private static List<String> said(Run run, String name) {
    return run.diagnostics().stream()
        .filter(d -> d.urn().endsWith("$" + WIRING + "::" + name))
        .map(Diagnostic::message)
        .toList();
  }

  private static Consumer<Context> machine(Mode make, String name, String pod, String mac) {
    return ctx ->
        make.make(
            "VirtualMachine",
            name,
            Map.of(
                "namespace",
                "default",
                "memory",
                "1Gi",
                "containerDisk",
                "quay.io/containerdisks/fedora:latest",
                "networks",
                List.of(
                    Map.of("name", "default", "pod", Map.of(), "binding", pod),
                    Map.of(
                        "name",
                        "lan",
                        "attachmentName",
                        "default/lan",
                        "binding",
                        "bridge",
                        "macAddress",
                        mac))));
  }

  /** As KubeVirt does with a machine; only that it runs is looked at. */
  private void start(String name) {
    ObjectNode machine = JsonNodeFactory.instance.objectNode();
    machine.put("apiVersion", VERSION).put("kind", "VirtualMachineInstance");
    machine.putObject("metadata").put("name", name).put("namespace", "default");
    machine.putObject("spec").putObject("domain").putObject("devices");
    ObjectNode status = machine.putObject("status").put("phase", "Running");
    if (!api.create(machine).has("status")) {
      api.setStatus(instance(name), status);
    }
  }

  private static ObjectRef instance(String name) {
    return ObjectRef.in("default", VERSION, "VirtualMachineInstance", name);
  }

  private Stack open(String project) {
    Stack stack =
        Stack.inProject(project)
            .cluster(cluster)
            .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
            .open();
    stack.setConfig("kubevirtnet:kubeconfig", cluster.kubeconfigFile().toString(), true);
    return stack;
  }
}
