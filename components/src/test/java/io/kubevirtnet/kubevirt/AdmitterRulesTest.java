package io.kubevirtnet.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of src/test/resources/kubevirt, by file. */
class AdmitterRulesTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/kubevirt");

  @TestFactory
  Stream<DynamicTest> judges() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream()
          .flatMap(
              file ->
                  documents(file)
                      .map(
                          d ->
                              DynamicTest.dynamicTest(
                                  file.getFileName() + ": " + d.get("name"), () -> judge(d))));
    }
  }

  private static void judge(Map<?, ?> document) {
    var report = check(document);

    assertThat(report.findings())
        .extracting(AdmitterRulesTest::line)
        .containsExactlyElementsOf(texts(document.get("finds")));
    if (document.containsKey("notChecked")) {
      assertThat(report.notChecked())
          .extracting(Report.NotChecked::toString)
          .containsExactlyElementsOf(texts(document.get("notChecked")));
    }
  }

  static Report check(Map<?, ?> document) {
    var report = new Report();
    AdmitterRules.check(machine(document), configuration(document), report);
    return report;
  }

  /** {@code interfaces:} and {@code networks:}, and what else is in the spec of the machine. */
  static Machine machine(Map<?, ?> document) {
    var kind = MachineKind.valueOf(text(document, "kind").orElse("VIRTUAL_MACHINE"));
    var spec = part(document, "spec").orElse(Fields.EMPTY);
    var devices = part(document, "devices").orElse(Fields.EMPTY);
    var interfaces = document.get("interfaces");
    if (interfaces != null) {
      devices = devices.with("interfaces", interfaces);
    }
    if (!devices.fields().isEmpty()) {
      var domain = spec.get("domain").map(Fields.class::cast).orElse(Fields.EMPTY);
      spec = spec.with("domain", domain.with("devices", devices));
    }
    var networks = document.get("networks");
    if (networks != null) {
      spec = spec.with("networks", networks);
    }
    var object = Tree.of("spec", spec);
    var steps = kind.template();
    for (int i = steps.size() - 1; i >= 0; i--) {
      object = Tree.of(steps.get(i), object);
    }
    if (document.containsKey("preference")) {
      var outer = (Fields) object.get("spec").orElseThrow();
      object = Tree.of("spec", outer.with("preference", Tree.of("name", "fedora")));
    }
    return new Machine(kind, Part.of(PropertyPath.ROOT, object));
  }

  /** {@code release:} and {@code configuration:}, which is that of a KubeVirt object. */
  static ClusterConfiguration configuration(Map<?, ?> document) {
    var release =
        text(document, "release")
            .map(r -> KubeVirtRelease.parse(r).release().orElseThrow())
            .orElse(KubeVirtRelease.newest());
    return part(document, "configuration")
        .map(c -> ClusterConfiguration.of(release, Tree.of("spec", Tree.of("configuration", c))))
        .orElse(ClusterConfiguration.of(release));
  }

  /** Code, and the admitter's type, field and words; without these path, and what we say. */
  private static String line(Finding finding) {
    return finding.code().substring("KVN-".length())
        + " "
        + finding
            .upstream()
            .map(u -> u.type() + " " + u.field() + ": " + u.message())
            .orElse(finding.path() + ": " + finding.what());
  }

  private static Optional<String> text(Map<?, ?> document, String name) {
    return Optional.ofNullable(document.get(name)).map(String::valueOf);
  }

  private static Optional<Fields> part(Map<?, ?> document, String name) {
    return Optional.ofNullable(document.get(name)).map(o -> (Fields) Tree.of((Object) o));
  }

  static Stream<Map<?, ?>> documents() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream().flatMap(AdmitterRulesTest::documents);
    }
  }

  private static Stream<Map<?, ?>> documents(Path file) {
    try {
      return Stream.of(Files.readString(file).split("(?m)^---\n")).map(AdmitterRulesTest::read);
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
