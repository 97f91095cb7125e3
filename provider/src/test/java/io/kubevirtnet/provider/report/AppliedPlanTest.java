package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.provider.plan.Acceptance;
import io.kubevirtnet.provider.plan.PlanScene;
import io.kubevirtnet.provider.plan.Planner;
import io.kubevirtnet.provider.plan.Side;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever applies the changes of the JSON to the old objects has the new ones. */
class AppliedPlanTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** What a controller of Netris said is no object. */
  private static final String FACTS = "facts.yaml";

  private static final Path SCENARIOS = Path.of("src/test/resources/plans");

  static List<Path> scenarios() throws IOException {
    try (var folders = Files.list(SCENARIOS)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void givesTheNewSideOf(Path scenario) throws IOException {
    var old = objects(scenario.resolve("old"));
    var now = objects(scenario.resolve("new"));

    assertThat(applied(old, now)).isEqualTo(json(now));
    assertThat(applied(now, old)).isEqualTo(json(old));
  }

  @Test
  void givesTheNewSideOfWhatIsMadeChangedAndDeleted() throws IOException {
    var old = definition("changed", "100") + definition("deleted", "100");
    var now = definition("changed", "200") + definition("made", "300");

    var before = KubernetesDocuments.read("old", old);
    var after = KubernetesDocuments.read("new", now);

    assertThat(applied(before, after)).isEqualTo(json(after)).isNotEqualTo(json(before));
  }

  private static String definition(String name, String vlan) {
    return """
        ---
        apiVersion: k8s.cni.cncf.io/v1
        kind: NetworkAttachmentDefinition
        metadata: {namespace: vms, name: %s}
        spec: {config: '{"cniVersion": "0.3.1", "name": "n", "type": "bridge", "bridge": "br1", "vlan": %s}'}
        """
        .formatted(name, vlan);
  }

  private static Map<String, JsonNode> applied(
      List<KubernetesObject> old, List<KubernetesObject> now) throws JsonProcessingException {
    var scene = PlanScene.of(Scene.of(KubeVirtRelease.newest(), false));
    var plan = Planner.plan(Side.of(old), Side.of(now), scene);
    var document = JSON.readTree(PlanJson.of(new PlanDocument("", Acceptance.none().of(plan))));
    var objects = json(old);
    for (var change : document.path("resources")) {
      var name = name(change.path("resource"));
      switch (change.path("action").asText()) {
        case "create" -> objects.put(name, change.path("object"));
        case "delete" -> assertThat(objects.remove(name)).isEqualTo(change.path("object"));
        default ->
            objects.computeIfPresent(
                name, (n, object) -> AppliedPatch.of(object, change.path("patch")));
      }
    }
    return objects;
  }

  private static String name(JsonNode reference) {
    return Stream.of("kind", "namespace", "name")
        .map(f -> reference.path(f).asText())
        .reduce((a, b) -> a + "/" + b)
        .orElseThrow();
  }

  private static TreeMap<String, JsonNode> json(List<KubernetesObject> objects)
      throws JsonProcessingException {
    var json = new TreeMap<String, JsonNode>();
    for (var object : objects) {
      var text = new StringWriter();
      try (var out = JSON.createGenerator(text)) {
        TreeJson.write(object.fields(), out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      var r = object.reference();
      json.put(String.join("/", r.kind(), r.namespace(), r.name()), JSON.readTree(text.toString()));
    }
    return json;
  }

  private static List<KubernetesObject> objects(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(f -> Files.isRegularFile(f) && !f.endsWith(FACTS))
          .sorted()
          .flatMap(AppliedPlanTest::read)
          .toList();
    }
  }

  private static Stream<KubernetesObject> read(Path file) {
    try {
      return KubernetesDocuments.read(file.toString(), Files.readString(file)).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
