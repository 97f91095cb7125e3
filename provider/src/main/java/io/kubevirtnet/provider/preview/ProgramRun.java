package io.kubevirtnet.provider.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs a program in a JVM of its own against a recording engine.
 *
 * @param preview what it registered
 * @param mainClass what was started
 * @param output what it printed itself, the end of it when that was long
 */
public record ProgramRun(Preview preview, String mainClass, String output) {
  /** Far more than any preview takes: a program that waits for something else ends here. */
  public static final Duration DEADLINE = Duration.ofMinutes(5);

  /**
   * The SDK's runner submits itself to the common pool again and again; from Java 25 on it starves
   * everything else there when the pool has one thread only, as on two cores.
   */
  private static final String POOL = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4";

  private static final List<String> FLAGS =
      List.of(
          POOL,
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-Djava.util.logging.config.class=" + ProgramLogging.class.getName());

  /** Newer Javas warn about what gRPC does inside, in the middle of a program's own output. */
  private static final List<String> QUIET =
      Runtime.version().feature() < 24
          ? List.of()
          : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  public static ProgramRun of(Program program, Duration deadline) {
    var main = program.main();
    try (var engine = new RecordingEngine(program.project(), program.stack())) {
      try (var child = new ProgramProcess();
          var output =
              new ProgramOutput(
                  child.start(() -> start(program, main, engine.address())).getInputStream())) {
        int exitCode = child.await(deadline);
        return new ProgramRun(engine.end(exitCode), main, output.text());
      }
    }
  }

  private static Process start(Program program, String main, String address) {
    var builder = new ProcessBuilder();
    builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(FLAGS);
    builder.command().addAll(QUIET);
    builder.command().add(main);
    var environment = builder.environment();
    environment.keySet().removeIf(k -> k.startsWith("PULUMI_") || k.equals("TRACEPARENT"));
    environment.putAll(environment(program, address));
    // Not as an argument: the SDK prints the whole command line of a program that fails.
    environment.put("CLASSPATH", program.fullClassPath());
    try {
      return builder.redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Pulumi's language host sets for a Java program. */
  private static Map<String, String> environment(Program program, String address) {
    return Map.of(
        "PULUMI_MONITOR",
        address,
        "PULUMI_ENGINE",
        address,
        "PULUMI_ORGANIZATION",
        "organization",
        "PULUMI_PROJECT",
        program.project(),
        "PULUMI_STACK",
        program.stack(),
        "PULUMI_DRY_RUN",
        "true",
        "PULUMI_PARALLEL",
        String.valueOf(Integer.MAX_VALUE),
        "PULUMI_ROOT_DIRECTORY",
        Path.of("").toAbsolutePath().toString(),
        "PULUMI_CONFIG",
        json(program.qualifiedConfig()),
        "PULUMI_CONFIG_SECRET_KEYS",
        "[]");
  }

  private static String json(Map<String, String> config) {
    try {
      return new JsonMapper().writeValueAsString(config);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
