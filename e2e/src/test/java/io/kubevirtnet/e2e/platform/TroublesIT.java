package io.kubevirtnet.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.scenario.AnyComponent;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * All that the platform's documents tell to look for afterwards, in one preview of typed inputs.
 */
class TroublesIT {
  private static final AnyComponent.Mode MODE = AnyComponent.LIBRARY;

  /** The component, and what its finding begins with. */
  private static final Map<String, String> EXPECTED =
      Map.of(
          "broken", "KVN-A020 rawConfig",
          "unsupported-binding", "KVN-X003 binding",
          "default-and-pod", "KVN-P047 multusDefault",
          "default-without-address", "KVN-P016 podNetwork",
          "other-card", "KVN-P060 guestAddresses",
          "no-nameservers", "KVN-P011 guestAddresses",
          "gateway-given-away", "KVN-P010 guestAddresses");

  @TestFactory
  Stream<DynamicTest> findsEachBeforeAMachineExists() {
    try (Stack stack =
        Stack.inProject("troubles")
            .cluster(LocalCluster.shared())
            .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
            .open()) {
      Run run = stack.preview(TroublesIT::program);
      return EXPECTED.entrySet().stream()
          .map(e -> dynamicTest(e.getKey(), () -> assertFound(run, e.getKey(), e.getValue())));
    }
  }

  private static void assertFound(Run run, String component, String finding) {
    assertThat(run.succeeded()).isFalse();
    assertThat(run.diagnostics())
        .as(run.stdout() + run.stderr())
        .filteredOn(diagnostic -> diagnostic.urn().endsWith("::" + component))
        .extracting(Diagnostic::message)
        .anyMatch(message -> message.contains(finding));
  }

  private static void program(Context ctx) {
    var bridge =
        MODE.make(
            "BridgeNetwork", "br0", Map.of("uplink", Map.of("nic", "ens4"), "rollout", "plain"));
    var lan = definition("lan", Map.of("linuxBridge", Map.of("bridge", bridge.output("bridge"))));
    var after =
        ComponentResourceOptions.builder().dependsOn((Resource) bridge, (Resource) lan).build();
    // All after the same: who fails first would keep the others from being registered.
    make(
        "NetworkAttachment",
        "broken",
        Map.of("namespace", "vms", "rawConfig", "{\"cniVersion\": \"0.3.1\""),
        after);

    var attachment = lan.output("attachment");
    type("unsupported-binding", Map.of("attachment", attachment, "binding", "slirp"), after);
    type("default-and-pod", Map.of("attachment", attachment, "multusDefault", true), after);
    type("default-without-address", Map.of("attachment", attachment, "podNetwork", "none"), after);
    type("other-card", addressed(attachment, "10.1.0", Map.of("guestInterface", "enp1s0")), after);
    type(
        "no-nameservers", addressed(attachment, "10.2.0", Map.of("nameservers", List.of())), after);
    type(
        "gateway-given-away",
        addressed(
            attachment,
            "10.3.0",
            Map.of("gateway", "10.3.0.1", "ranges", List.of("10.3.0.1-10.3.0.50"))),
        after);
  }

  private static AnyComponent definition(String name, Map<String, Object> plugin) {
    var inputs = new LinkedHashMap<String, Object>(plugin);
    inputs.put("namespace", "vms");
    return MODE.make("NetworkAttachment", name, inputs);
  }

  private static Map<String, Object> addressed(
      Object attachment, String network, Map<String, Object> more) {
    var addresses = new LinkedHashMap<String, Object>();
    addresses.put("cidr", network + ".0/24");
    addresses.put("nameservers", List.of(network + ".2"));
    addresses.putAll(more);
    return Map.of("attachment", attachment, "guestAddresses", addresses);
  }

  private static void type(
      String name, Map<String, Object> inputs, ComponentResourceOptions options) {
    var all = new LinkedHashMap<String, Object>();
    all.put("resources", Map.of("cpu", "2", "memory", "4Gi"));
    all.put("podNetwork", "keep");
    all.put("nodeProvider", Map.of("cluster", "kubevirt-host", "namespace", "vms"));
    all.putAll(inputs);
    make("KubeVirtNodeType", name, all, options);
  }

  private static void make(
      String type, String name, Map<String, Object> inputs, ComponentResourceOptions options) {
    MODE.make("kubevirtnet:index:" + type, name, inputs, options);
  }
}
