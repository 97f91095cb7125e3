package io.kubevirtnet.vcluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples of src/test/resources/vcluster/rules. Each is a NodeProvider with a template of one
 * interface on the pod network, but for what the example says: {@code spec} of the machine, {@code
 * kubeVirt}, {@code properties} of the provider, {@code type} or several {@code types}, {@code
 * release} of the platform; or {@code objects} of any kind beside it, or alone with {@code
 * provider: none}. {@code kv/} in a key stands for {@code kubevirt.vcluster.com/}.
 */
class PlatformNodeRulesTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/vcluster/rules");
  private static final Pattern KEY = Pattern.compile("\\[\"kubevirt\\.vcluster\\.com/([\\w-]+)\"]");
  private static final String POD =
      "{domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: '2', memory: 4Gi}}}, networks: [{name: default, pod: {}}]}";

  @TestFactory
  Stream<DynamicTest> judges() throws IOException {
    return documents()
        .map(d -> DynamicTest.dynamicTest(String.valueOf(d.get("name")), () -> judge(d)));
  }

  private static void judge(Map<?, ?> document) {
    var report = check(document);

    assertThat(report.findings())
        .extracting(PlatformNodeRulesTest::line)
        .containsExactlyElementsOf(texts(document.get("finds")));
    if (document.get("fix") instanceof String fix) {
      assertThat(report.findings().get(0).fix()).isEqualTo(fix);
    }
    if (document.containsKey("notChecked")) {
      assertThat(report.notChecked())
          .extracting(n -> shortened(n.toString()))
          .containsExactlyElementsOf(texts(document.get("notChecked")));
    }
  }

  /** Texts may be known later: then nothing is told that would not be told now. */
  @TestFactory
  Stream<DynamicTest> tellsNoMoreWhileAPropertyIsNotKnown() throws IOException {
    return documents()
        .filter(d -> !d.containsKey("objects"))
        .flatMap(
            d ->
                hidden(d, "${unknown}")
                    .map(
                        h ->
                            DynamicTest.dynamicTest(
                                d.get("name") + " without " + h.get("hidden"),
                                () -> assertThat(errors(check(h))).isSubsetOf(errors(check(d))))));
  }

  @TestFactory
  Stream<DynamicTest> neverPrintsASecret() throws IOException {
    return documents()
        .filter(d -> !d.containsKey("objects"))
        .flatMap(
            d ->
                hidden(d, "${secret}")
                    .map(
                        h ->
                            DynamicTest.dynamicTest(
                                d.get("name") + " with a secret " + h.get("hidden"),
                                () -> printsNothingOf(h))));
  }

  private static void printsNothingOf(Map<?, ?> document) {
    var value = String.valueOf(document.get("value"));

    assertThat(check(document).findings())
        .allSatisfy(
            f ->
                assertThat((f.what() + own(f)).replace(f.path().text(), ""))
                    .doesNotContainPattern("(?<![\\w.-])" + Pattern.quote(value) + "(?![\\w.-])"));
  }

  /** A fix that is not the one of all findings of its rule. */
  private static String own(Finding finding) {
    return VclusterCatalogue.ALL.stream().anyMatch(r -> r.fix().equals(finding.fix()))
        ? ""
        : finding.fix();
  }

  /** Errors whose absence nobody can rely on while something is open. */
  private static List<String> errors(Report report) {
    return report.findings().stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .map(Finding::code)
        .distinct()
        .toList();
  }

  /** The same with each property of the type hidden once. */
  private static Stream<Map<String, Object>> hidden(Map<?, ?> document, String mark) {
    if (!(document.get("type") instanceof Map<?, ?> type)
        || !(type.get("properties") instanceof Map<?, ?> properties)) {
      return Stream.empty();
    }
    return properties.keySet().stream()
        .filter(k -> properties.get(k) instanceof String s && s.length() > 5)
        .map(
            key -> {
              var value = String.valueOf(properties.get(key));
              var changed = new LinkedHashMap<Object, Object>(properties);
              changed.put(key, mark.equals("${secret}") ? mark + value : mark);
              var other = copy(document);
              var otherType = new LinkedHashMap<Object, Object>(type);
              otherType.put("properties", changed);
              other.put("type", otherType);
              other.put("hidden", key);
              other.put("value", value);
              return other;
            });
  }

  private static Map<String, Object> copy(Map<?, ?> document) {
    var copy = new LinkedHashMap<String, Object>();
    document.forEach((k, v) -> copy.put(String.valueOf(k), v));
    return copy;
  }

  private static Report check(Map<?, ?> document) {
    var objects = new ArrayList<Fields>();
    if (!"none".equals(document.get("provider"))) {
      objects.add(provider(document));
    }
    if (document.get("objects") instanceof List<?> others) {
      others.forEach(o -> objects.add(tree(o)));
    }
    var yaml =
        String.join(
            "\n---\n",
            objects.stream().map(o -> ((Scalar) Json.text(o)).value().toString()).toList());
    var release =
        PlatformRelease.parse(
                document.containsKey("release") ? String.valueOf(document.get("release")) : "4.12")
            .release()
            .orElseThrow();
    return JudgedNodes.of(NodeFile.of(yaml.replace("kv/", "kubevirt.vcluster.com/")), release);
  }

  private static Fields provider(Map<?, ?> document) {
    var spec = document.containsKey("spec") ? document.get("spec") : read(POD);
    var type = new LinkedHashMap<String, Object>();
    type.put("name", "small");
    if (document.get("type") instanceof Map<?, ?> own) {
      own.forEach((k, v) -> type.put(String.valueOf(k), v));
    }
    var kubeVirt = new LinkedHashMap<String, Object>();
    kubeVirt.put("clusterRef", Map.of("cluster", "host", "namespace", "vms"));
    if (!"none".equals(spec)) {
      kubeVirt.put(
          "virtualMachineTemplate",
          Map.of("spec", Map.of("template", Map.of("spec", Objects.requireNonNull(spec)))));
    }
    kubeVirt.put(
        "nodeTypes", document.get("types") instanceof List<?> types ? types : List.of(type));
    if (document.get("kubeVirt") instanceof Map<?, ?> own) {
      own.forEach((k, v) -> kubeVirt.put(String.valueOf(k), v));
    }
    var provider = Tree.fields().with("kubeVirt", Tree.of((Object) kubeVirt));
    if (document.get("properties") instanceof Map<?, ?> properties) {
      provider = provider.with("properties", Tree.of((Object) properties));
    }
    return Tree.of("kind", "NodeProvider")
        .with("metadata", Tree.of("name", "kv"))
        .with("spec", provider);
  }

  private static Fields tree(@Nullable Object yaml) {
    return (Fields) Tree.of(Objects.requireNonNull(yaml));
  }

  private static String line(Finding finding) {
    return finding.code().substring("KVN-".length())
        + " "
        + finding.severity().wire()
        + " "
        + shortened(finding.path() + ": " + finding.what());
  }

  private static String shortened(String line) {
    return KEY.matcher(line)
        .replaceAll(".$1")
        .replace("kubevirt.vcluster.com/", "")
        .replace("NodeProvider.spec.kubeVirt.nodeTypes[0]", "T")
        .replace("NodeProvider.spec.kubeVirt", "K")
        .replace("NodeProvider.spec", "P")
        .replace("virtualMachineTemplate.spec.template.spec", "V");
  }

  private static Stream<Map<?, ?>> documents() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream().flatMap(PlatformNodeRulesTest::documents);
    }
  }

  private static Stream<Map<?, ?>> documents(Path file) {
    try {
      return Stream.of(Files.readString(file).split("(?m)^---\n")).map(PlatformNodeRulesTest::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> read(String yaml) {
    try {
      return YamlStack.YAML.readValue(yaml, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list)).stream().map(String::valueOf).toList();
  }
}
