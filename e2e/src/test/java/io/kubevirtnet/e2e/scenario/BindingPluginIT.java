package io.kubevirtnet.e2e.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import io.kubevirtnet.e2e.engine.Diagnostic;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What components write into objects of KubeVirt, which belong to somebody else. */
class BindingPluginIT {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final WriteOptions ADMINISTRATOR = new WriteOptions("administrator", false);
  private static final String BINDING = "/spec/configuration/network/binding";

  private KubeApi api;
  private LocalCluster cluster;

  @BeforeEach
  void startCluster() {
    cluster = LocalCluster.shared();
    api = cluster.api();
  }

  /** One stack makes its plugin inside the program, the other one through our own plugin. */
  @Test
  void comesAndGoesInAnyOrderAndLeavesTheObjectAsItWas() {
    var kubeVirt =
        kubeVirt(
            "both",
            """
            spec:
              configuration:
                developerConfiguration: {featureGates: [Sidecar]}
                network:
                  permitBridgeInterfaceOnPodNetwork: true
                  binding: {foreign: {domainAttachmentType: tap, migration: {}}}
              workloadUpdateStrategy: {workloadUpdateMethods: [LiveMigrate]}
            """);
    var before = bare(kubeVirt);
    try (Stack one = stack("plugin-one");
        Stack two = stack("plugin-two")) {
      var first = plugin(AnyComponent.LIBRARY, "first", in("both", Map.of()));
      var second = plugin(AnyComponent.PLUGIN, "second", in("both", Map.of()));

      one.up(first).orThrow();
      two.up(second).orThrow();
      assertThat(plugins(kubeVirt)).containsExactlyInAnyOrder("foreign", "first", "second");
      assertThat(one.up(first).orThrow().changes()).isEmpty();
      assertThat(two.refresh().orThrow().changes()).isEmpty();

      one.destroy().orThrow();
      assertThat(plugins(kubeVirt)).containsExactlyInAnyOrder("foreign", "second");
      one.up(first).orThrow();
      two.destroy().orThrow();
      assertThat(plugins(kubeVirt)).containsExactlyInAnyOrder("foreign", "first");
      one.destroy().orThrow();
      assertThat(bare(kubeVirt)).isEqualTo(before);

      two.up(second).orThrow();
      one.up(first).orThrow();
      two.destroy().orThrow();
      assertThat(plugins(kubeVirt)).containsExactlyInAnyOrder("foreign", "first");
      one.destroy().orThrow();
      assertThat(bare(kubeVirt)).isEqualTo(before);
    }
  }

  /**
   * One whose spec or configuration is written as an empty object can not be left: the API server
   * makes null of it, and then refuses that.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain   | spec: {imagePullPolicy: IfNotPresent, customizeComponents: {}}
          nothing | spec: {configuration: {developerConfiguration: {featureGates: []}}}
          """)
  void leavesAnObjectWithoutNetworkSettingsAsItWas(String name, String spec) {
    var kubeVirt = kubeVirt("empty-" + name, spec);
    var before = bare(kubeVirt);
    try (Stack stack = stack("plugin-empty-" + name)) {
      stack
          .up(
              ctx -> {
                plugin(AnyComponent.LIBRARY, "mine", in("empty-" + name, Map.of())).accept(ctx);
                AnyComponent.LIBRARY.make(
                    "KubeVirtNetworkSettings",
                    "networks",
                    in(
                        "empty-" + name,
                        Map.of("permitBridgeOnPodNetwork", false, "defaultBinding", "masquerade")));
              })
          .orThrow();
      assertThat(live(kubeVirt).at("/spec/configuration/network/defaultNetworkInterface").asText())
          .isEqualTo("masquerade");
      assertThat(live(kubeVirt).at("/metadata/annotations"))
          .hasToString(
              "{\"binding.kubevirtnet.io/mine\":\"BindingPlugin mine\","
                  + "\"network.kubevirtnet.io/settings\":\"KubeVirtNetworkSettings networks\"}");

      stack.destroy().orThrow();
      assertThat(bare(kubeVirt)).isEqualTo(before);
    }
  }

  /** A field of somebody else's beside ours lets it go. */
  @Test
  void canNotLeaveAnObjectWhoseSpecIsEmpty() {
    var kubeVirt = kubeVirt("bare", "spec: {}");
    try (Stack stack = stack("plugin-bare")) {
      stack.up(plugin(AnyComponent.LIBRARY, "mine", in("bare", Map.of()))).orThrow();

      Run run = stack.destroy();

      assertThat(run.succeeded()).isFalse();
      assertThat(messages(run))
          .anySatisfy(m -> assertThat(m).contains("spec: Invalid value: \"null\""));
      assertThat(plugins(kubeVirt)).containsExactly("mine");

      api.merge(kubeVirt, yaml("spec: {imagePullPolicy: IfNotPresent}"), ADMINISTRATOR);
      stack.destroy().orThrow();
      assertThat(live(kubeVirt).at("/spec")).isEqualTo(yaml("{imagePullPolicy: IfNotPresent}"));
    }
  }

  @Test
  void changesItsOwnFieldsAndRepairsThem() {
    var kubeVirt =
        kubeVirt(
            "change",
            "spec: {configuration: {network: {binding: {foreign: {domainAttachmentType: tap}}}}}");
    var definition =
        ObjectRef.in(
            "default", "k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", "netbindingmine");
    var foreign = live(kubeVirt).at(BINDING + "/foreign");
    try (Stack stack = stack("plugin-change")) {
      stack.up(plugin(AnyComponent.LIBRARY, "mine", in("change", whole("64Mi")))).orThrow();
      assertThat(live(kubeVirt).at(BINDING + "/mine"))
          .isEqualTo(
              yaml(
                  """
                  networkAttachmentDefinition: default/netbindingmine
                  sidecarImage: registry.example/mine:1
                  domainAttachmentType: managedTap
                  migration: {method: link-refresh}
                  downwardAPI: device-info
                  computeResourceOverhead: {requests: {memory: 64Mi}}
                  """));
      assertThat(api.get(definition)).isPresent();

      var changed = plugin(AnyComponent.LIBRARY, "mine", in("change", whole("65Mi")));
      assertThat(stack.preview(changed).orThrow().changes()).containsOnlyKeys("mine");
      assertThat(stack.up(changed).orThrow().changes())
          .isEqualTo(Map.of("mine", OperationType.UPDATE));
      assertThat(
              live(kubeVirt).at(BINDING + "/mine/computeResourceOverhead/requests/memory").asText())
          .isEqualTo("65Mi");

      api.merge(
          kubeVirt,
          yaml("spec: {configuration: {network: {binding: {mine: {sidecarImage: null}}}}}"),
          ADMINISTRATOR);
      stack.refresh().orThrow();
      assertThat(stack.up(changed).orThrow().changes())
          .isEqualTo(Map.of("mine", OperationType.UPDATE));
      assertThat(live(kubeVirt).at(BINDING + "/mine/sidecarImage").asText())
          .isEqualTo("registry.example/mine:1");

      var renamed = new LinkedHashMap<>(whole("65Mi"));
      renamed.put("name", "other");
      stack.up(plugin(AnyComponent.LIBRARY, "mine", in("change", renamed))).orThrow();
      assertThat(plugins(kubeVirt)).containsExactlyInAnyOrder("foreign", "other");

      stack.destroy().orThrow();
      assertThat(live(kubeVirt).at(BINDING)).hasToString("{\"foreign\":" + foreign + "}");
      assertThat(api.get(definition)).isEmpty();
    }
  }

  @Test
  void doesNotTakeOverWhatSomebodyElseRegistered() {
    var kubeVirt =
        kubeVirt(
            "taken",
            "spec: {configuration: {network: {binding: {mine: {domainAttachmentType: managedTap}}}}}");
    var before = bare(kubeVirt);
    try (Stack stack = stack("plugin-taken")) {
      Run run = stack.up(plugin(AnyComponent.LIBRARY, "mine", in("taken", Map.of())));

      assertThat(run.succeeded()).isFalse();
      assertThat(messages(run))
          .anySatisfy(
              m ->
                  assertThat(m)
                      .contains(
                          "conflict",
                          ".spec.configuration.network.binding.mine.domainAttachmentType"));
      stack.destroy().orThrow();
      assertThat(bare(kubeVirt)).isEqualTo(before);
    }
  }

  @Test
  void saysInThePreviewOfAChangeWhatTheServerWillRefuse() {
    var kubeVirt = kubeVirt("preview", "spec: {imagePullPolicy: Always}");
    try (Stack stack = stack("plugin-preview")) {
      stack.up(plugin(AnyComponent.LIBRARY, "mine", in("preview", whole("64Mi")))).orThrow();
      var theirs =
          (ObjectNode)
              yaml(
                  "spec: {configuration: {network: {binding: {mine: {computeResourceOverhead: {requests: {memory: 1Gi}}}}}}}");
      api.apply(theirs.setAll(identity(kubeVirt)), true, ADMINISTRATOR);

      Run run = stack.preview(plugin(AnyComponent.LIBRARY, "mine", in("preview", whole("65Mi"))));

      assertThat(run.succeeded()).isFalse();
      assertThat(messages(run))
          .anySatisfy(m -> assertThat(m).contains("conflict with \"administrator\""));
      stack.destroy().orThrow();
    }
  }

  @Test
  void makesNoKubeVirtWhereThereIsNone() {
    namespace("nothing");
    var kubeVirt = ObjectRef.in("nothing", "kubevirt.io/v1", "KubeVirt", "kubevirt");
    try (Stack stack = stack("plugin-nothing")) {
      Run run = stack.up(plugin(AnyComponent.LIBRARY, "mine", in("nothing", Map.of())));
      Run plugin = stack.up(plugin(AnyComponent.PLUGIN, "mine", in("nothing", Map.of())));

      assertThat(run.succeeded() || plugin.succeeded()).isFalse();
      assertThat(messages(run))
          .anySatisfy(
              m ->
                  assertThat(m)
                      .contains(
                          "KubeVirt.kubevirt.io \"kubevirt\" is invalid: spec: Required value"));
      assertThat(messages(plugin)).anySatisfy(m -> assertThat(m).contains("spec: Required value"));
      assertThat(api.get(kubeVirt)).isEmpty();
    }
  }

  @Test
  void tellsTheHyperConvergedOperatorInstead() {
    namespace("hco");
    var object =
        (ObjectNode)
            yaml(
                "apiVersion: hco.kubevirt.io/v1beta1\nkind: HyperConverged\nspec: {networkBinding: {foreign: {sidecarImage: a}}}");
    object.putObject("metadata").put("name", "kubevirt-hyperconverged").put("namespace", "hco");
    api.create(object, ADMINISTRATOR);
    var ref = ObjectRef.of(object);
    var before = bare(ref);
    Map<String, Object> place =
        Map.of("configurationOwner", "hyperConverged", "hyperConvergedNamespace", "hco");
    try (Stack stack = stack("plugin-hco")) {
      stack
          .up(
              ctx -> {
                plugin(AnyComponent.LIBRARY, "mine", place).accept(ctx);
                plugin(AnyComponent.LIBRARY, "yours", place).accept(ctx);
                var settings = new LinkedHashMap<>(place);
                settings.put("permitBridgeOnPodNetwork", false);
                AnyComponent.LIBRARY.make("KubeVirtNetworkSettings", "networks", settings);
              })
          .orThrow();

      assertThat(live(ref).at("/spec/networkBinding").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("foreign", "mine", "yours");
      assertThat(
              yaml(live(ref).at("/metadata/annotations/kubevirt.kubevirt.io~1jsonpatch").asText()))
          .isEqualTo(
              yaml(
                  "[{op: add, path: /spec/configuration/network/permitBridgeInterfaceOnPodNetwork, value: false}]"));
      stack.destroy().orThrow();
      assertThat(bare(ref)).isEqualTo(before);
    }
  }

  private Stack stack(String project) {
    return Stack.inProject(project)
        .cluster(cluster)
        .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
        .open();
  }

  private static Consumer<Context> plugin(
      AnyComponent.Mode mode, String name, Map<String, Object> inputs) {
    var all = new LinkedHashMap<String, Object>(inputs);
    all.putIfAbsent("attachmentType", "tap");
    return ctx -> mode.make("BindingPlugin", name, all);
  }

  private static Map<String, Object> in(String namespace, Map<String, Object> inputs) {
    var all = new LinkedHashMap<String, Object>(inputs);
    all.put("kubevirtNamespace", namespace);
    return all;
  }

  private static Map<String, Object> whole(String memory) {
    return Map.of(
        "sidecarImage", "registry.example/mine:1",
        "cni", Map.of("program", "mine", "namespace", "default", "name", "netbindingmine"),
        "attachmentType", "managedTap",
        "migration", "link-refresh",
        "downwardApi", "device-info",
        "memoryOverhead", memory);
  }

  private ObjectRef kubeVirt(String namespace, String spec) {
    namespace(namespace);
    var ref = ObjectRef.in(namespace, "kubevirt.io/v1", "KubeVirt", "kubevirt");
    api.create(((ObjectNode) yaml(spec)).setAll(identity(ref)), ADMINISTRATOR);
    return ref;
  }

  private static ObjectNode identity(ObjectRef ref) {
    var object = JsonNodeFactory.instance.objectNode();
    object.put("apiVersion", ref.apiVersion()).put("kind", ref.kind());
    object
        .putObject("metadata")
        .put("name", ref.name())
        .put("namespace", ref.namespace().orElseThrow());
    return object;
  }

  private void namespace(String name) {
    var namespace =
        JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Namespace");
    namespace.putObject("metadata").put("name", name);
    api.create(namespace);
  }

  private List<String> plugins(ObjectRef kubeVirt) {
    var names = new ArrayList<String>();
    live(kubeVirt).at(BINDING).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private ObjectNode live(ObjectRef ref) {
    return api.get(ref).orElseThrow();
  }

  /** The object as text, without what the server writes at every change. */
  private String bare(ObjectRef ref) {
    var object = live(ref);
    ((ObjectNode) object.get("metadata"))
        .remove(List.of("managedFields", "resourceVersion", "generation"));
    return object.toString();
  }

  private static List<String> messages(Run run) {
    return run.errors().stream().map(Diagnostic::message).toList();
  }

  private static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
