package io.kubevirtnet.e2e.netris;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Output;
import io.kubevirtnet.KubevirtnetFunctions;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.Scratch;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.handlers.HostState;
import io.kubevirtnet.e2e.handlers.NodeFleet;
import io.kubevirtnet.e2e.scenario.AnyComponent;
import io.kubevirtnet.e2e.scenario.AnyComponent.Mode;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import io.kubevirtnet.inputs.GetNetrisServerClusterArgs;
import io.kubevirtnet.inputs.NetrisControllerArgs;
import io.kubevirtnet.netriscontroller.Account;
import io.kubevirtnet.netriscontroller.Settings;
import io.kubevirtnet.netriscontroller.StandIn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The network of a server cluster, from its first preview to the end. */
class NetrisIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final String PASSWORD = "hunter2-netris";
  private static final String FACTS = "kubevirtnet:index:NetrisServerCluster";

  private final Scratch scratch = Scratch.create("netris");
  private StandIn controller;
  private LocalCluster cluster;
  private NodeFleet fleet;

  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of("library", AnyComponent.LIBRARY), Arguments.of("plugin", AnyComponent.PLUGIN));
  }

  @BeforeEach
  void start() {
    controller = standIn();
    controller.hand().used("tenant-a-nodes", Tenant.USED);
    cluster = LocalCluster.shared();
    fleet = NodeFleet.on(cluster.api());
    fleet.add(
        3, Map.of("netris", "yes"), number -> HostState.ofOneNic(number).nic("bond0", number));
  }

  @AfterEach
  void stop() {
    fleet.close();
    controller.close();
    scratch.close();
  }

  /** The bridge keeps its name when its VLAN changes: what uses it would be in the way. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void goesByWhatTheControllerSays(String name, Mode mode) throws IOException {
    Tenant tenant = asking(mode, "tenant-" + name);
    try (Stack stack = open(name)) {
      Run preview = stack.preview(tenant::stack).orThrow();
      assertThat(preview.changes()).containsValue(OperationType.CREATE);
      assertAskedOnce();

      stack.up(tenant::stack).orThrow();
      assertAskedOnce();
      assertThat(definition(tenant.name())).isEqualTo(golden("definition", tenant.name()));
      assertThat(policy()).isEqualTo(golden("policy", tenant.name()));
      assertThat(stack.outputs()).containsEntry("gateway", "192.168.55.254");

      assertThat(stack.up(tenant::stack).orThrow().changes()).isEmpty();
      assertThat(stack.refresh().orThrow().changes()).isEmpty();

      controller.hand().vlan("tenant-a-nodes", 5);
      controller.hand().vxlan("tenant-a-nodes", 15);
      controller.hand().noMember("tenant-a", "srv-3");
      assertSaysWhatFollows(stack.preview(tenant::stack).orThrow());
      stack.up(tenant.with("bridgeName", "br-3")::stack).orThrow();
      assertThat(definition(tenant.name())).isEqualTo(golden("definition", tenant.name()));
      assertThat(policy().at("/desiredState/interfaces").toString())
          .contains("\"bond0.5\"", "\"br-3\"")
          .doesNotContain("\"id\":3}");

      stack.destroy().orThrow();
      assertThat(stack.resources()).isEmpty();
      assertThat(cluster.api().get(definitionRef(tenant.name()))).isEmpty();
      assertThat(controller.counts().writes()).isZero();
    }
  }

  private static void assertSaysWhatFollows(Run preview) {
    assertThat(preview.changes()).containsValue(OperationType.UPDATE);
    assertThat(said(preview))
        .anyMatch(line -> line.contains("br-3") && line.contains("br-5"))
        .anyMatch(line -> line.contains("srv-3"))
        .anyMatch(line -> line.contains("14") && line.contains("15"));
  }

  private static List<String> said(Run run) {
    return run.diagnostics().stream()
        .filter(diagnostic -> diagnostic.urn().contains("$" + FACTS + "::"))
        .map(Diagnostic::message)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void previewsTheSameFromPinnedFacts(String name, Mode mode) throws IOException {
    try (Stack stack = open("pinned-" + name)) {
      var asked = children(stack.previewJson(asking(mode, "same-" + name)::stack).orThrow());
      assertAskedOnce();
      var pinned =
          children(
              stack.previewJson(Tenant.onTrunk(mode, "same-" + name).pinned()::stack).orThrow());

      assertThat(asked).hasSizeGreaterThanOrEqualTo(3);
      assertThat(pinned).isEqualTo(asked);
      assertThat(controller.counts().total()).isZero();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void saysWhenPinnedFactsAreNotThoseOfTheController(String name, Mode mode) {
    controller.hand().vlan("tenant-a-nodes", 5);
    Tenant both = asking(mode, "both-" + name).pinned();
    try (Stack stack = open("both-" + name)) {
      Run preview = stack.preview(both::stack);

      assertThat(preview.succeeded()).isFalse();
      assertThat(preview.stdout() + preview.stderr()).contains("KVN-T050").contains("facts.vlan");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void failsWithoutAControllerUnlessToldOtherwise(String name, Mode mode) throws IOException {
    Tenant strict = asking(mode, "down-" + name);
    Tenant patient =
        Tenant.onTrunk(mode, "down-" + name)
            .asking(controller, PASSWORD, Map.of("whenUnreachable", "unknown"));
    try (Stack stack = open("down-" + name)) {
      var up = children(stack.previewJson(patient::stack).orThrow()).keySet();
      controller.close();

      Run refused = stack.preview(strict::stack);
      Run open = stack.previewJson(patient::stack).orThrow();
      Run update = stack.up(patient::stack);

      assertThat(refused.succeeded()).isFalse();
      assertThat(refused.stdout() + refused.stderr()).contains("KVN-T065");
      assertThat(children(open).keySet()).isEqualTo(up);
      assertThat(update.succeeded()).isFalse();
      assertThat(update.stdout() + update.stderr()).contains("KVN-T065");
      stack.destroy().orThrow();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void leavesItOpenWhereNothingMayBeAsked(String name, Mode mode) throws IOException {
    Tenant tenant = asking(mode, "offline-" + name);
    try (Stack stack = open("offline-" + name)) {
      stack.setConfig("kubevirtnet:offline", "true", false);

      Run preview = stack.previewJson(tenant::stack).orThrow();

      assertThat(children(preview)).hasSizeGreaterThanOrEqualTo(3);
      assertThat(controller.counts().total()).isZero();
    }
  }

  @Test
  void tellsAProgramToo() {
    Consumer<Context> program =
        ctx ->
            ctx.export(
                "facts",
                KubevirtnetFunctions.getNetrisServerCluster(
                        GetNetrisServerClusterArgs.builder()
                            .serverCluster("tenant-a")
                            .controller(
                                NetrisControllerArgs.builder()
                                    .url(controller.url())
                                    .username("svc")
                                    .password(Output.ofSecret(PASSWORD))
                                    .caBundle(controller.certificate())
                                    .build())
                            .build())
                    .applyValue(found -> found.facts().orElseThrow().gateway()));
    try (Stack stack = open("function")) {
      stack.up(program).orThrow();

      assertThat(stack.outputs()).containsEntry("facts", "192.168.55.254/21");
      assertAskedOnce();
    }
  }

  /** Inputs of everything but the component itself, by type and name. */
  private static Map<String, JsonNode> children(Run json) throws IOException {
    Map<String, JsonNode> children = new TreeMap<>();
    for (JsonNode step : JSON.readTree(json.stdout()).path("steps")) {
      String urn = step.path("urn").asText();
      String type = step.at("/newState/type").asText();
      if (!type.startsWith("pulumi:") && !type.equals("kubevirtnet:index:NetrisNetwork")) {
        children.put(urn, step.at("/newState/inputs"));
      }
    }
    return children;
  }

  private void assertAskedOnce() {
    assertThat(controller.counts().logins()).isEqualTo(1);
    assertThat(controller.counts().writes()).isZero();
    controller.resetCounts();
  }

  private Tenant asking(Mode mode, String name) {
    return Tenant.onTrunk(mode, name).asking(controller, Output.ofSecret(PASSWORD), Map.of());
  }

  private StandIn standIn() {
    return StandIn.start(
        Settings.of(scratch.path().resolve("controller.json"))
            .account(new Account("svc", PASSWORD)));
  }

  private JsonNode definition(String name) throws IOException {
    JsonNode object = cluster.api().get(definitionRef(name)).orElseThrow();
    return JSON.readTree(object.at("/spec/config").asText());
  }

  private static ObjectRef definitionRef(String name) {
    return ObjectRef.in("default", "k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", name);
  }

  private JsonNode policy() {
    var policies = cluster.api().list("nmstate.io/v1", "NodeNetworkConfigurationPolicy");
    assertThat(policies).hasSize(1);
    return policies.get(0).path("spec");
  }

  private static JsonNode golden(String what, String name) throws IOException {
    var file = E2eFolder.path("src/test/resources/netris/" + what + ".yaml").toFile();
    return YAML.readTree(YAML.readTree(file).toString().replace("NAME", name));
  }

  private Stack open(String project) {
    return Stack.inProject("netris-" + project)
        .cluster(cluster)
        .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
        .open();
  }
}
