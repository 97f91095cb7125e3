package io.kubevirtnet.vcluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden pairs: {@code x.yaml} has the manifests, {@code x.out.yaml} what comes of each type. */
class InjectionTest {
  private static final Path PAIRS = Path.of("src/test/resources/vcluster/injection");
  private static final YAMLMapper PRINTER =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .build())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  static Stream<Path> pairs() throws IOException {
    try (var files = Files.list(PAIRS)) {
      return files.filter(f -> !f.toString().endsWith(".out.yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void makesOfANodeTypeWhatIsApproved(Path manifests) throws IOException {
    var file = NodeFile.of(Files.readString(manifests));

    Golden.compare(
        Path.of(manifests.toString().replace(".yaml", ".out.yaml")),
        file.sources().map(InjectionTest::print).collect(Collectors.joining()));
  }

  /** What is never met here is either documented by now, or a case that is forgotten. */
  @ParameterizedTest
  @EnumSource(Assumption.class)
  void meetsWhatTheDocumentsLeaveOpen(Assumption assumption) throws IOException {
    assertThat(assumption.text()).endsWith(".");
    assertThat(pairs().flatMap(InjectionTest::assumptions)).contains(assumption);
  }

  private static Stream<Assumption> assumptions(Path manifests) {
    try {
      return NodeFile.of(Files.readString(manifests))
          .sources()
          .flatMap(s -> Injection.of(s, new Report()).assumptions().stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String print(NodeSources sources) {
    var report = new Report();
    var node = Injection.of(sources, report);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("properties", properties(node.properties()));
    shown.put("virtualMachine", plain(node.virtualMachine()));
    node.networkData().ifPresent(data -> shown.put("networkData", plain(data)));
    shown.put("assumptions", node.assumptions().stream().map(Enum::name).toList());
    shown.put("from", sources(node));
    shown.put("findings", report.findings().stream().map(InjectionTest::shown).toList());
    shown.put("notChecked", report.notChecked().stream().map(InjectionTest::shown).toList());
    shown.values().removeIf(v -> v instanceof List<?> l && l.isEmpty() || v.equals(Map.of()));
    return "--- # " + sources.type().get("name").shown() + "\n" + yaml(shown);
  }

  private static Map<String, Object> properties(EffectiveProperties properties) {
    var shown = new LinkedHashMap<String, Object>();
    properties.properties().forEach((key, p) -> shown.put(key, shown(p)));
    return shown;
  }

  private static String shown(NodeProperty property) {
    var value = String.valueOf(plain(property.value().tree().orElseThrow())).strip();
    return value + " (" + property.origin().wire() + ")";
  }

  /** Where in the manifests the networks and interfaces are written. */
  private static Map<String, Object> sources(EffectiveNode node) {
    var places = new LinkedHashMap<String, Object>();
    Stream.concat(node.machine().interfaces().stream(), node.machine().networks().stream())
        .forEach(part -> places(part, node, places));
    return places;
  }

  /** Of the fields only those that come from elsewhere. */
  private static void places(Part part, EffectiveNode node, Map<String, Object> places) {
    var source = node.source(part.path());
    places.put(shortened(part.path()), shortened(source));
    for (var key : PropertyMerge.keys(part)) {
      var inner = part.get(key);
      var name = inner.path().text().substring(part.path().text().length() + 1);
      var from = node.source(inner.path());
      if (!from.equals(source) && !from.equals(source.child(name))) {
        places.put(shortened(inner.path()), shortened(from));
      }
    }
  }

  private static String shortened(PropertyPath path) {
    return path.text()
        .replaceFirst("^spec.*(interfaces|networks)", "$1")
        .replaceAll("\\[\"[a-z.]*/([a-z-]*)\"]", ".$1")
        .replace("NodeProvider.spec.kubeVirt.", "");
  }

  private static String shown(Finding finding) {
    return finding.code() + " " + shortened(finding.path()) + ": " + finding.what();
  }

  private static String shown(Report.NotChecked open) {
    return shortened(open.path()) + ": " + open.why();
  }

  private static Object plain(Tree tree) {
    return NotPlain.shown(tree).plain();
  }

  private static String yaml(Object plain) {
    try {
      return PRINTER.writeValueAsString(plain).replaceFirst("^---\\s*", "");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
