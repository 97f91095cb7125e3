package io.kubevirtnet.e2e.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of a Rust crate, with the dependencies that its own lock file pins. */
record CargoBuild(String crate, String version) implements Build {
  private static final int MINUTES = 40;

  @Override
  public String definition(Path toolchain) throws ToolUnavailable {
    return String.join(
        "\n",
        String.join(" ", arguments("ROOT")),
        rustVersion(),
        System.getProperty("os.name") + "/" + System.getProperty("os.arch"));
  }

  @Override
  public void into(Path toolchain, Path binary, Path log) throws ToolUnavailable {
    Path root = log.resolveSibling("cargo");
    ProcessBuilder builder =
        new ProcessBuilder(arguments(root.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("CARGO_TARGET_DIR", root.resolve("target").toString());
    try {
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new ToolUnavailable(crate + " did not build within " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new ToolUnavailable(crate + " does not build:\n" + Files.readString(log));
      }
      Files.move(root.resolve("bin").resolve(crate), binary, StandardCopyOption.REPLACE_EXISTING);
      ToolCache.delete(root);
    } catch (IOException e) {
      throw noCargo(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolUnavailable(crate + ": the build was interrupted");
    }
  }

  private List<String> arguments(String root) {
    return List.of(
        "cargo", "install", crate, "--version", version, "--locked", "--no-track", "--root", root);
  }

  /** The patch release is left out: it changes no tool and would rebuild them all. */
  private static String rustVersion() throws ToolUnavailable {
    try {
      Process process = new ProcessBuilder("cargo", "--version").start();
      String version =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      if (process.waitFor() != 0 || version.isEmpty()) {
        throw new ToolUnavailable("`cargo --version` fails");
      }
      return version.replaceFirst("^(cargo [0-9]+\\.[0-9]+).*", "$1");
    } catch (IOException e) {
      throw noCargo(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolUnavailable("`cargo --version` was interrupted");
    }
  }

  private static ToolUnavailable noCargo(IOException e) {
    return new ToolUnavailable("`cargo` is not on PATH (" + e.getMessage() + ")");
  }
}
