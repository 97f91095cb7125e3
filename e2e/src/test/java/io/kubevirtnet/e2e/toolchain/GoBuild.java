package io.kubevirtnet.e2e.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of a Go module: one that its module file names as a {@code tool}, or one that is
 * written there.
 *
 * @param company other packages whose commands are wanted beside it, under their own names
 */
record GoBuild(GoModule module, String command, String ldflags, List<String> company)
    implements Build {
  private static final int MINUTES = 40;

  GoBuild(String module, String command, String ldflags) {
    this(GoModule.in(module), command, ldflags, List.of());
  }

  @Override
  public String definition(Path toolchain) throws ToolUnavailable {
    try {
      return String.join(
          "\n",
          module.pins(toolchain),
          String.join(" ", arguments("BINARY", module.flags())) + lent(),
          goVersion(module.in(toolchain)),
          System.getProperty("os.name") + "/" + System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void into(Path toolchain, Path binary, Path log) throws ToolUnavailable {
    try {
      var flags = module.flags(toolchain, log.resolveSibling("overlay.json"));
      ProcessBuilder builder =
          go(module.in(toolchain), arguments(target(binary), flags))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new ToolUnavailable(command + " did not build within " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new ToolUnavailable(command + " does not build:\n" + Files.readString(log));
      }
    } catch (IOException e) {
      throw noGo(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolUnavailable(command + ": the build was interrupted");
    }
  }

  private String target(Path binary) {
    return company.isEmpty() ? binary.toString() : binary.getParent() + "/";
  }

  private List<String> arguments(String binary, List<String> flags) {
    var arguments =
        new ArrayList<>(List.of("go", "build", "-trimpath", "-ldflags", ldflags, "-o", binary));
    arguments.addAll(flags);
    arguments.add(command);
    arguments.addAll(company);
    return List.copyOf(arguments);
  }

  /** Nothing for most: what they are built from has not changed. */
  private String lent() {
    return module.lent().isEmpty() ? "" : module.lent().toString();
  }

  /** The patch release is left out: it changes no tool and would rebuild them all. */
  private static String goVersion(Path folder) throws ToolUnavailable {
    try {
      Process process = go(folder, List.of("go", "env", "GOVERSION")).start();
      String version =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      if (process.waitFor() != 0 || version.isEmpty()) {
        throw new ToolUnavailable("`go env GOVERSION` fails");
      }
      return version.replaceFirst("^(go[0-9]+\\.[0-9]+).*", "$1");
    } catch (IOException e) {
      throw noGo(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolUnavailable("`go env GOVERSION` was interrupted");
    }
  }

  static ProcessBuilder go(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("CGO_ENABLED", "0");
    builder.environment().remove("GOFLAGS");
    return builder;
  }

  private static ToolUnavailable noGo(IOException e) {
    return new ToolUnavailable("`go` is not on PATH (" + e.getMessage() + ")");
  }
}
