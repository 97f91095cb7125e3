package io.kubevirtnet.machine;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.testing.YamlStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden pairs: {@code x.yaml} has mistakes, {@code x.findings.txt} what is said of them. */
class MachineFindingsTest {
  private static final Path PAIRS = Path.of("src/test/resources/machine");

  static Stream<Path> pairs() throws IOException {
    try (var files = Files.list(PAIRS)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void saysWhatIsWrongWhereItWasWritten(Path inputs) throws IOException {
    var findings = YamlStack.expand(Files.readString(inputs)).findings();

    Golden.compare(
        Path.of(inputs.toString().replace(".yaml", ".findings.txt")),
        findings.stream().map(MachineFindingsTest::line).collect(Collectors.joining()));
  }

  private static String line(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.line() + "\n";
  }
}
