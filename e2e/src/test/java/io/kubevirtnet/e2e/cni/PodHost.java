package io.kubevirtnet.e2e.cni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A machine with a card, in namespaces of its own, that pods are attached on by cnitool and the
 * plugins. Nothing of it is left when it is closed.
 */
final class PodHost implements AutoCloseable {
  /** The only pod, and its interface. */
  static final String POD = "pod1";

  static final String INTERFACE = "net1";

  /** The ends of its card. */
  static final int LINKS = 2;

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> NAMESPACES = List.of("-n", "-m", "-u");
  private static final String READY =
      """
      mount -t tmpfs none /var/lib && mount -t tmpfs none /run &&
      ip link set lo up &&
      ip link add eth0 type veth peer name wire0 && ip link set wire0 up && ip link set eth0 up &&
      echo ready && exec cat
      """;

  private final Process holder;
  private final Path binaries;
  private final Path configs;

  private PodHost(Process holder, Path binaries, Path configs) {
    this.holder = holder;
    this.binaries = binaries;
    this.configs = configs;
  }

  /** Nothing where this user or this kernel can not make one. */
  static Optional<PodHost> start() {
    Path binaries = Toolchain.require(Tool.CNI_JUDGE).resolveSibling("");
    var command = new ArrayList<>(List.of("unshare"));
    command.addAll(NAMESPACES);
    command.addAll(List.of("sh", "-c", READY));
    try {
      var holder = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said =
          new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if ("ready".equals(said)) {
        return Optional.of(new PodHost(holder, binaries, Files.createTempDirectory("attachments")));
      }
      holder.destroyForcibly();
      return Optional.empty();
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    }
  }

  /** What a command said. */
  record Said(int exit, String out, String err) {
    boolean ok() {
      return exit == 0;
    }

    JsonNode json() {
      try {
        return JSON.readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException(out, e);
      }
    }
  }

  /** Writes the config, as the only one. */
  void configure(GeneratedDefinition definition) {
    boolean list = definition.config().containsKey("plugins");
    try {
      try (Stream<Path> old = Files.list(configs)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
      Files.writeString(configs.resolve(list ? "net.conflist" : "net.conf"), definition.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code add}, {@code check} or {@code del} of the only config. */
  Said cnitool(String verb, String network) {
    return run(
        "env",
        "CNI_PATH=" + binaries,
        "NETCONFPATH=" + configs,
        "CNI_IFNAME=" + INTERFACE,
        binaries.resolve("cnitool").toString(),
        verb,
        network,
        "/run/netns/" + POD);
  }

  /** Output of {@code ip} or {@code bridge} as JSON; nothing where it prints nothing. */
  List<JsonNode> list(String command) {
    var said = run(command.split(" "));
    if (!said.ok()) {
      throw new IllegalStateException(command + ": " + said.err());
    }
    var found = new ArrayList<JsonNode>();
    if (!said.out().isBlank()) {
      said.json().forEach(found::add);
    }
    return found;
  }

  boolean runs(String command) {
    return run(command.split(" ")).ok();
  }

  void must(String command) {
    var said = run(command.split(" "));
    if (!said.ok()) {
      throw new IllegalStateException(command + ": " + said.err());
    }
  }

  private Said run(String... command) {
    var all = new ArrayList<>(List.of("nsenter", "-t", String.valueOf(holder.pid())));
    all.addAll(NAMESPACES);
    all.addAll(Arrays.asList(command));
    try {
      Path err = Files.createTempFile("attach", ".err");
      var process = new ProcessBuilder(all).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      var said = new Said(exit, out, Files.readString(err));
      Files.delete(err);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    holder.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(configs)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
