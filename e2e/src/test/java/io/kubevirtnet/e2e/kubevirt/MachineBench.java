package io.kubevirtnet.e2e.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.e2e.cluster.Scratch;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast machines are judged, beside KubeVirt's own admitter: each on the same core. */
@Tag("bench")
class MachineBench {
  private static final int DIFFERENT = 10_000;
  private static final int LINES = 20 * DIFFERENT;
  private static final List<String> CORE = List.of("taskset", "-c", "1");
  private static final Path BINARIES = E2eFolder.path("../provider/target/kubevirtnet/bin");

  /** The first time through the file is for the JVM's compiler. */
  private static final int TIMES = 3;

  @Test
  void judgesAtLeastAsManyMachinesAsTheAdmitter() throws Exception {
    var judge = Toolchain.require(Tool.KUBEVIRT_JUDGE).toString();
    try (var scratch = Scratch.create("bench")) {
      var file = scratch.path().resolve("machines.jsonl");
      var machines = machines().toList();
      Files.write(file, (Iterable<String>) repeated(machines)::iterator);

      var theirs = theirs(judge, file);
      var ours = ours(file);

      System.out.printf(
          "machines a second on one core, %d lines, %s of them refused in %s: KubeVirt %.0f, we %.0f%n",
          LINES, theirs.path("refused"), theirs.path("verdicts"), perSecond(theirs), ours);
      assertThat(ours).isGreaterThanOrEqualTo(perSecond(theirs));
    }
  }

  /** One in ten is broken. */
  private static Stream<String> machines() {
    return LongStream.iterate(1, seed -> seed + 1)
        .mapToObj(MachineGenerator::next)
        .filter(m -> m.release() == KubeVirtRelease.V1_9 && m.kubeVirt().isEmpty())
        .filter(m -> "VirtualMachine".equals(m.object().get("kind")))
        .filter(m -> m.faults() == 0 || m.seed() % 14 == 0)
        .limit(DIFFERENT)
        .map(m -> GeneratedMachine.json(m.object()));
  }

  private static Stream<String> repeated(List<String> machines) {
    return Stream.generate(() -> machines).limit(LINES / DIFFERENT).flatMap(List::stream);
  }

  private static double perSecond(JsonNode said) {
    return said.path("perSecond").asDouble();
  }

  private static JsonNode theirs(String judge, Path file) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(Stream.concat(CORE.stream(), Stream.of(judge, "bench")).toList())
            .redirectInput(file.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new JsonMapper().readTree(process.getInputStream());
    assertThat(process.waitFor()).isZero();
    return said;
  }

  private static double ours(Path file) throws IOException, InterruptedException {
    var command =
        Stream.of(
                CORE.stream(),
                Stream.of(
                    BINARIES.resolve("kubevirtnet").toString(),
                    "check",
                    "--upstream-only",
                    "--jsonl"),
                Stream.generate(file::toString).limit(TIMES))
            .flatMap(s -> s)
            .toList();
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    long lines = 0;
    long begun = 0;
    try (var out = process.getInputStream()) {
      var buffer = new byte[1 << 16];
      for (int read = out.read(buffer); read >= 0; read = out.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n' && ++lines == LINES) {
            begun = System.nanoTime();
          }
        }
      }
    }
    double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(lines).isEqualTo((long) TIMES * LINES);
    return (lines - LINES) / seconds;
  }
}
