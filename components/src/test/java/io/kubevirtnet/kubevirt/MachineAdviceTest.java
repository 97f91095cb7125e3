package io.kubevirtnet.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.testing.MachineExample;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of src/test/resources/advice: what is said of machines that KubeVirt takes. */
class MachineAdviceTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/advice/machines.yaml");
  private static final String SPEC = "spec.template.spec.";
  private static final String NICS = SPEC + "domain.devices.interfaces";

  @TestFactory
  Stream<DynamicTest> advises() {
    return documents()
        .map(d -> DynamicTest.dynamicTest(String.valueOf(d.get("name")), () -> judge(d)));
  }

  private static void judge(Map<?, ?> document) {
    var report = check(document, machine(document));

    assertThat(report.findings())
        .extracting(MachineAdviceTest::line)
        .containsExactlyElementsOf(texts(document.get("finds")));
    if (document.containsKey("notChecked")) {
      assertThat(report.notChecked())
          .extracting(n -> shortened(n.toString()))
          .containsExactlyElementsOf(texts(document.get("notChecked")));
    }
  }

  @Test
  void saysNothingOfWhatIsNotKnownYet() {
    for (var document : documents().toList()) {
      var whole = machine(document);
      for (var path : List.of("interfaces", "networks", "volumes")) {
        var open = opened((Fields) whole.object().tree().orElseThrow(), path);
        var told = codes(check(document, new Machine(whole.kind(), Part.of(root(), open))));

        assertThat(told).isSubsetOf(codes(check(document, whole)));
      }
    }
  }

  @Test
  void neverPrintsASecret() {
    for (var document : documents().toList()) {
      var whole = machine(document);
      var secret = whole.object().tree().orElseThrow().marked(new Marks(true, Set.of()));

      assertThat(check(document, new Machine(whole.kind(), Part.of(root(), secret))).findings())
          .extracting(Finding::what)
          .allSatisfy(what -> assertThat(what).doesNotContain("02:00:00", "10.0.2", "secretive"));
    }
  }

  static Collection<Rule> rules() {
    return AdviceCatalogue.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsJustThisInTheExampleOf(Rule rule) {
    assertThat(MachineExample.of(rule.example()).check(MachineRules::check).findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple(rule.code(), rule.severity()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasAnExampleThatKubeVirtTakes(Rule rule) {
    assertThat(MachineExample.of(rule.example()).check(MachineRules::refusals).findings())
        .isEmpty();
  }

  private static Report check(Map<?, ?> document, Machine machine) {
    var report = new Report();
    MachineRules.check(machine, AdmitterRulesTest.configuration(document), report);
    return report;
  }

  /**
   * With {@code metadata:} or {@code annotations:} of the template and {@code replicas:} besides.
   */
  private static Machine machine(Map<?, ?> document) {
    var plain = AdmitterRulesTest.machine(document);
    var object = (Fields) plain.object().tree().orElseThrow();
    if (document.get("annotations") instanceof Map<?, ?> annotations) {
      object = described(object, Tree.of("annotations", annotations));
    }
    if (document.get("metadata") instanceof Map<?, ?> metadata) {
      object = described(object, (Fields) Tree.of(metadata));
    }
    if (document.get("replicas") instanceof Integer replicas) {
      object = object.with("spec", child(object, "spec").with("replicas", replicas));
    }
    return new Machine(plain.kind(), Part.of(root(), object));
  }

  private static Fields described(Fields object, Fields metadata) {
    var spec = child(object, "spec");
    return object.with(
        "spec", spec.with("template", child(spec, "template").with("metadata", metadata)));
  }

  /** The same with a list, wherever one of that name is, that nobody knows yet. */
  private static Fields opened(Fields object, String list) {
    var changed = object;
    for (var field : object.fields().entrySet()) {
      if (field.getKey().equals(list)) {
        changed = changed.with(list, new Tree.Unknown(Marks.NONE));
      } else if (field.getValue() instanceof Fields inner) {
        changed = changed.with(field.getKey(), opened(inner, list));
      }
    }
    return changed;
  }

  private static Fields child(Fields object, String name) {
    return (Fields) object.get(name).orElse(Fields.EMPTY);
  }

  private static String line(Finding finding) {
    return finding.code().substring("KVN-".length())
        + " "
        + finding.severity().wire()
        + " "
        + shortened(finding.path() + ": " + finding.what());
  }

  private static String shortened(String line) {
    return line.replace(NICS, "I").replace(SPEC, "");
  }

  /** All but what waits for errors to go. */
  private static List<String> codes(Report report) {
    return report.findings().stream()
        .filter(f -> f.severity() != Severity.INFO)
        .map(Finding::code)
        .distinct()
        .toList();
  }

  private static PropertyPath root() {
    return PropertyPath.ROOT;
  }

  private static Stream<Map<?, ?>> documents() {
    try {
      return Stream.of(Files.readString(EXAMPLES).split("(?m)^---\n")).map(MachineAdviceTest::read);
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
