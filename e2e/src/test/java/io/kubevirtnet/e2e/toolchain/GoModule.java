package io.kubevirtnet.e2e.toolchain;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with a module file; its sum file pins every byte of what is built.
 *
 * @param file the module file, where a folder has several
 * @param tags build constraints that hold
 * @param lent packages of which files are laid over the folder
 */
record GoModule(String folder, String file, List<String> tags, List<Lent> lent) {

  /**
   * Files of a package that can not be imported as it is.
   *
   * @param to folder in the module that the compiler finds them in
   */
  record Lent(String source, String to, List<String> files) {}

  static GoModule in(String folder) {
    return new GoModule(folder, "go.mod", List.of(), List.of());
  }

  GoModule release(String modFile, String... constraints) {
    return new GoModule(folder, modFile, List.of(constraints), lent);
  }

  GoModule lending(String source, String to, String... files) {
    var all = new ArrayList<>(lent);
    all.add(new Lent(source, to, List.of(files)));
    return new GoModule(folder, file, tags, List.copyOf(all));
  }

  Path in(Path toolchain) {
    return toolchain.resolve(folder);
  }

  /** What says which bytes there are. */
  String pins(Path toolchain) throws IOException {
    Path module = in(toolchain);
    return Files.readString(module.resolve(file))
        + "\n"
        + Files.readString(module.resolve(file.replaceFirst("\\.mod$", ".sum")))
        + ownSources(module);
  }

  /** What tells a command of `go` about this module, files that are lent apart. */
  List<String> flags() {
    var flags = new ArrayList<String>();
    if (!file.equals("go.mod")) {
      flags.add("-modfile=" + file);
    }
    if (!tags.isEmpty()) {
      flags.add("-tags=" + String.join(",", tags));
    }
    return flags;
  }

  /** Which files are lent, for the compiler; {@link #flags} with it. */
  List<String> flags(Path toolchain, Path overlay) throws IOException, ToolUnavailable {
    var flags = new ArrayList<>(flags());
    if (!lent.isEmpty()) {
      var laid = new TreeMap<String, String>();
      for (var package_ : lent) {
        var from = folderOf(toolchain, package_.source());
        var to = in(toolchain).toAbsolutePath().resolve(package_.to());
        package_
            .files()
            .forEach(f -> laid.put(to.resolve(f).toString(), from.resolve(f).toString()));
      }
      new JsonMapper().writeValue(overlay.toFile(), Map.of("Replace", laid));
      flags.add("-overlay=" + overlay);
    }
    return flags;
  }

  private Path folderOf(Path toolchain, String source) throws IOException, ToolUnavailable {
    var command = new ArrayList<>(List.of("go", "list"));
    command.addAll(flags());
    command.addAll(List.of("-find", "-f", "{{.Dir}}", source));
    Path errors = Files.createTempFile("go-list", ".err");
    try {
      var process = GoBuild.go(in(toolchain), command).redirectError(errors.toFile()).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      if (process.waitFor() != 0 || said.isEmpty()) {
        throw new ToolUnavailable(source + " is not there:\n" + Files.readString(errors));
      }
      return Path.of(said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolUnavailable("`go list` was interrupted");
    } finally {
      Files.delete(errors);
    }
  }

  /** The commands that are written here. */
  private static String ownSources(Path folder) throws IOException {
    var sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
        sources.append('\n').append(Files.readString(file));
      }
    }
    return sources.toString();
  }
}
