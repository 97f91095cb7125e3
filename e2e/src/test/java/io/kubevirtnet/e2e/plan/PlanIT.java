package io.kubevirtnet.e2e.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.pulumi.Context;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestYaml;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlanScene;
import io.kubevirtnet.provider.plan.Planner;
import io.kubevirtnet.provider.plan.ResourceChange;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.provider.preview.RecordedRun;
import io.kubevirtnet.provider.sides.ClusterSides;
import io.kubevirtnet.provider.sides.LiveCluster;
import io.kubevirtnet.provider.sides.PreviewSides;
import io.kubevirtnet.provider.sides.ProgramSides;
import io.kubevirtnet.provider.sides.ReadSides;
import io.kubevirtnet.value.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the real engine's preview says about a change is what the manifests of both sides say, and
 * what the cluster has afterwards.
 */
class PlanIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Scene RULES = Scene.of(KubeVirtRelease.newest(), false);

  private final LocalCluster cluster = LocalCluster.shared();
  private final KubeApi api = cluster.api();

  @Test
  void aPreviewTellsWhatManifestsTellAndWhatBecomesTrue() {
    namespace("plan-vms");
    namespace("plan-apps");
    var variants = variants();
    try (Stack stack = Stack.inProject("plans").cluster(cluster).open()) {
      Consumer<Context> before = SiteVariant.nothing();
      for (var entry : variants.entrySet()) {
        step(stack, entry.getKey(), before, entry.getValue());
        before = entry.getValue();
      }
    }
  }

  /** Each from the one before it. */
  private static Map<String, Consumer<Context>> variants() {
    var first = SiteVariant.FIRST;
    var steps = new LinkedHashMap<String, SiteVariant>();
    steps.put("creates the site", first);
    steps.put("changes a VLAN", first.with("vlan", 200));
    steps.put("moves the uplink", last(steps).with("nic", "ens5"));
    steps.put("changes the MTU", last(steps).with("mtu", 1400));
    steps.put("renames the bridge", last(steps).with("bridge", "br9"));
    steps.put("rolls out to other nodes", last(steps).with("zone", "b"));
    steps.put("adds a namespace", last(steps).with("spaces", List.of("plan-vms", "plan-apps")));
    steps.put("moves a machine to another network", last(steps).with("network", "office"));
    steps.put("changes a node type", last(steps).with("cpu", "4"));
    steps.put("replaces a definition", last(steps).with("office", "bureau"));
    steps.put("deletes a definition that is in use", last(steps).with("loose", false));
    steps.put("changes nothing", last(steps));
    var programs = new LinkedHashMap<String, Consumer<Context>>();
    steps.forEach((name, variant) -> programs.put(name, variant.program()));
    programs.put("deletes everything", SiteVariant.nothing());
    return programs;
  }

  private static SiteVariant last(Map<String, SiteVariant> steps) {
    return List.copyOf(steps.values()).get(steps.size() - 1);
  }

  private void step(Stack stack, String name, Consumer<Context> before, Consumer<Context> after) {
    ReadSides preview = read(stack.previewWhole(after).orThrow());
    Side old = manifests(before);
    Side now = manifests(after);

    assertThat(preview.failed()).as(name).isFalse();
    assertThat(preview.notChecked()).as(name).noneMatch(n -> n.what().contains("unchanged"));
    assertThat(objects(preview.before())).as(name + ", before").isEqualTo(objects(old));
    assertThat(objects(preview.after())).as(name + ", after").isEqualTo(objects(now));
    Plan plan = plan(preview.before(), preview.after());
    assertThat(anonymous(plan)).as(name).isEqualTo(anonymous(plan(old, now)));
    assertThat(plan.isEmpty()).as(name).isEqualTo(objects(old).equals(objects(now)));

    settle(old);
    stack.up(after).orThrow();
    assertCluster(name, plan, old, now);
    ReadSides again = read(stack.previewWhole(after).orThrow());
    assertThat(objects(again.before())).as(name).isEqualTo(objects(again.after()));
    assertThat(plan(again.before(), again.after()).isEmpty()).as(name).isTrue();
    Side live = ClusterSides.before(live().objects(), now);
    assertThat(live.objects()).as(name).hasSameSizeAs(now.objects());
    assertThat(plan(live, now).resources()).as(name + ", from the cluster").isEmpty();
  }

  /**
   * No handler runs here, and the admission takes no change of a policy that nobody has finished.
   */
  private void settle(Side side) {
    for (var object : side.manifests()) {
      if (object.reference().kind().equals("NodeNetworkConfigurationPolicy")) {
        var status = JSON.createObjectNode();
        status
            .putArray("conditions")
            .addObject()
            .put("type", "Available")
            .put("status", "True")
            .put("reason", "SuccessfullyConfigured")
            .put("lastHeartbeatTime", "2024-01-01T00:00:00Z")
            .put("lastTransitionTime", "2024-01-01T00:00:00Z");
        api.setStatus(ref(object), status);
      }
    }
  }

  /** What is there is what the plan said: created, changed and deleted. */
  private void assertCluster(String name, Plan plan, Side old, Side now) {
    for (var object : now.manifests()) {
      var there = api.get(ref(object)).orElseThrow(() -> new AssertionError(name + object));
      assertThat(contains(there, tree(object.fields()))).as(name + ": " + there).isTrue();
    }
    var declared =
        now.manifests().stream().map(KubernetesObject::reference).collect(Collectors.toSet());
    for (var object : old.manifests()) {
      if (!declared.contains(object.reference())) {
        assertThat(api.get(ref(object))).as(name).isEmpty();
      }
    }
    for (ResourceChange change : plan.resources()) {
      switch (change.action()) {
        case DELETE -> assertThat(declared).as(name).doesNotContain(change.reference());
        case CREATE, CHANGE, REPLACE, REWORD ->
            assertThat(declared).as(name).contains(change.reference());
      }
    }
  }

  /** A live object has more than anybody declared. */
  private static boolean contains(JsonNode there, JsonNode declared) {
    if (declared.isObject()) {
      for (var field : declared.properties()) {
        if (!contains(there.path(field.getKey()), field.getValue())) {
          return false;
        }
      }
      return true;
    }
    if (declared.isArray()) {
      Iterator<JsonNode> items = there.iterator();
      for (var item : declared) {
        if (!items.hasNext() || !contains(items.next(), item)) {
          return false;
        }
      }
      return !items.hasNext();
    }
    return declared.isNumber()
        ? there.asDouble() == declared.asDouble()
        : there.asText().equals(declared.asText());
  }

  private LiveCluster live() {
    try (var source =
        ClusterAccess.objects(
            Optional.of(cluster.kubeconfigFile().toString()),
            Optional.empty(),
            Duration.ofSeconds(60))) {
      return LiveCluster.read(source, step -> {});
    }
  }

  private static ReadSides read(Run run) {
    try {
      return PreviewSides.read(
          "preview", new ByteArrayInputStream(run.stdout().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What somebody would have written by hand, read from its text. */
  private static Side manifests(Consumer<Context> program) {
    var recorded = RecordedRun.preview(program);
    assertThat(recorded.failed()).isFalse();
    return Side.of(
        ProgramSides.of(recorded, Map.of()).after().manifests().stream()
            .map(o -> ManifestYaml.document(plain(o.fields())))
            .flatMap(text -> KubernetesDocuments.read("manifest", text).stream())
            .toList());
  }

  private static Plan plan(Side before, Side after) {
    return Planner.plan(before, after, PlanScene.of(RULES));
  }

  /** Manifests know of no components. */
  private static String anonymous(Plan plan) {
    return new Plan(
            plan.resources().stream()
                .map(
                    r ->
                        new ResourceChange(
                            r.reference(),
                            r.action(),
                            Optional.empty(),
                            r.fields(),
                            r.object(),
                            r.patch(),
                            r.users(),
                            r.notes()))
                .toList(),
            plan.unchanged(),
            plan.nodes(),
            plan.machines(),
            plan.joins(),
            plan.leftBehind(),
            plan.findings(),
            plan.risks(),
            plan.notChecked(),
            plan.before(),
            plan.after())
        .toString();
  }

  private static Map<String, JsonNode> objects(Side side) {
    var objects = new TreeMap<String, JsonNode>();
    side.manifests().forEach(o -> objects.put(o.reference().toString(), tree(o.fields())));
    return objects;
  }

  private static JsonNode tree(Tree tree) {
    return JSON.valueToTree(plain(tree));
  }

  private static Object plain(Tree tree) {
    if (tree instanceof Tree.Fields fields) {
      var map = new TreeMap<String, Object>();
      fields.fields().forEach((k, v) -> map.put(k, plain(v)));
      return map;
    }
    if (tree instanceof Tree.Items items) {
      return items.items().stream().map(PlanIT::plain).toList();
    }
    return tree instanceof Tree.Scalar scalar ? scalar.value() : "unknown";
  }

  private static ObjectRef ref(KubernetesObject object) {
    ObjectReference reference = object.reference();
    return reference.namespace().isEmpty()
        ? ObjectRef.cluster(object.apiVersion(), reference.kind(), reference.name())
        : ObjectRef.in(
            reference.namespace(), object.apiVersion(), reference.kind(), reference.name());
  }

  private void namespace(String name) {
    if (api.get(ObjectRef.cluster("v1", "Namespace", name)).isEmpty()) {
      var namespace = JsonNodeFactory.instance.objectNode();
      namespace.put("apiVersion", "v1").put("kind", "Namespace");
      namespace.putObject("metadata").put("name", name);
      api.create(namespace);
    }
  }
}
