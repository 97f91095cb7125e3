package io.kubevirtnet.e2e.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of our own over Debian packages, which are unpacked beside it and not installed. They
 * come from where this machine has its packages from, signed by the same keys, in the version that
 * its release has; root is not needed, since apt keeps its lists in a folder of its own.
 *
 * @param sources folder of the program; its launcher is called as the tool
 */
record DebianBuild(String sources, List<String> packages) implements Build {
  private static final int MINUTES = 10;
  private static final String VERSIONS = "versions";

  @Override
  public String definition(Path toolchain) throws ToolUnavailable {
    return String.join(
        "\n",
        String.join(" ", packages),
        release(),
        output(List.of("dpkg", "--print-architecture")),
        ownSources(toolchain.resolve(sources)));
  }

  @Override
  public void into(Path toolchain, Path binary, Path log) throws ToolUnavailable {
    Path home = log.resolveSibling("");
    try {
      Path lists = Files.createDirectories(home.resolve("lists"));
      Files.createDirectories(lists.resolve("partial"));
      Path archives = Files.createDirectories(home.resolve("archives"));
      run(apt(lists, List.of("update")), archives, log);
      var download = new ArrayList<>(List.of("download"));
      download.addAll(packages);
      run(apt(lists, download), archives, log);
      Path root = Files.createDirectories(home.resolve("root"));
      var names = new ArrayList<String>();
      try (Stream<Path> found = Files.list(archives)) {
        for (Path archive : found.sorted().toList()) {
          names.add(archive.getFileName().toString());
          run(List.of("dpkg-deb", "-x", archive.toString(), root.toString()), archives, log);
        }
      }
      Files.write(binary.resolveSibling(VERSIONS), names);
      ToolCache.delete(archives);
      ToolCache.delete(lists);
      try (Stream<Path> own = Files.list(toolchain.resolve(sources))) {
        for (Path file : own.toList()) {
          Files.copy(file, binary.resolveSibling(file.getFileName()));
        }
      }
      if (!binary.toFile().setExecutable(true)) {
        throw new IOException("can not be made executable: " + binary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> apt(Path lists, List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                "apt-get",
                "-qq",
                "-o",
                "Dir::State::Lists=" + lists,
                "-o",
                "Dir::Cache=" + lists.resolveSibling("cache"),
                "-o",
                "Debug::NoLocking=1"));
    command.addAll(arguments);
    return command;
  }

  private static void run(List<String> command, Path folder, Path log) throws ToolUnavailable {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new ToolUnavailable(command.get(0) + " did not end within " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new ToolUnavailable(String.join(" ", command) + " fails:\n" + Files.readString(log));
      }
    } catch (IOException e) {
      throw missing(command, e);
    } catch (InterruptedException e) {
      throw interrupted(command);
    }
  }

  private static String output(List<String> command) throws ToolUnavailable {
    try {
      Process process = new ProcessBuilder(command).start();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      if (process.waitFor() != 0) {
        throw new ToolUnavailable("`" + String.join(" ", command) + "` fails");
      }
      return text;
    } catch (IOException e) {
      throw missing(command, e);
    } catch (InterruptedException e) {
      throw interrupted(command);
    }
  }

  /** Packages of another release are other packages. */
  private static String release() throws ToolUnavailable {
    try (Stream<String> lines = Files.lines(Path.of("/etc/os-release"))) {
      return lines
          .filter(l -> l.startsWith("VERSION_CODENAME="))
          .findFirst()
          .orElseThrow(() -> new ToolUnavailable("/etc/os-release names no release"));
    } catch (IOException e) {
      throw new ToolUnavailable("this is no Debian (" + e.getMessage() + ")");
    }
  }

  private static String ownSources(Path folder) {
    var text = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        text.append('\n').append(Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static ToolUnavailable missing(List<String> command, IOException e) {
    return new ToolUnavailable("`" + command.get(0) + "` is not on PATH (" + e.getMessage() + ")");
  }

  private static ToolUnavailable interrupted(List<String> command) {
    Thread.currentThread().interrupt();
    return new ToolUnavailable("`" + command.get(0) + "` was interrupted");
  }
}
