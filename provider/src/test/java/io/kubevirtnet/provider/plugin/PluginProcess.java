package io.kubevirtnet.provider.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A plugin as the engine starts it: a process of its own that prints a port. */
final class PluginProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final int port;
  private final Duration untilPort;

  private PluginProcess(List<String> command) throws IOException {
    long start = System.nanoTime();
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out = process.inputReader(StandardCharsets.UTF_8);
    var line = out.readLine();
    untilPort = Duration.ofNanos(System.nanoTime() - start);
    if (line == null || !line.matches("\\d+")) {
      throw new IOException("not a port: " + line);
    }
    port = Integer.parseInt(line);
  }

  static PluginProcess of(List<String> launcher, String... arguments) throws IOException {
    var command = new ArrayList<>(launcher);
    command.addAll(List.of(arguments));
    return new PluginProcess(command);
  }

  /** The classes under test, without a launcher. */
  static List<String> ofClasses() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }

  int port() {
    return port;
  }

  Duration untilPort() {
    return untilPort;
  }

  Process process() {
    return process;
  }

  /** All that it printed after the port; blocks until it has ended. */
  String restOfOutput() {
    return String.join("\n", out.lines().toList());
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  long residentKilobytes() {
    try (var lines = Files.lines(proc().resolve("status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long descriptors() {
    try (var open = Files.list(proc().resolve("fd"))) {
      return open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path proc() {
    return Path.of("/proc", String.valueOf(process.pid()));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
