package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.preview.Program;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A compiled program, and what it is told. */
final class ProgramOptions {
  @Option(
      names = "--program",
      paramLabel = "PATH",
      description = "Folder of classes, or jar, of a Pulumi program: what it would make.")
  private @Nullable Path program;

  @Option(
      names = "--main",
      paramLabel = "CLASS",
      description = "Class that starts it. Default: that of the manifest, or the only one.")
  private @Nullable String mainClass;

  @Option(
      names = "--classpath",
      paramLabel = "CP",
      description = "What it needs besides the libraries of this tool, as java -cp takes it.")
  private @Nullable String classPath;

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "Pulumi project. Default: that of the Pulumi.yaml above the program.")
  private @Nullable String project;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      defaultValue = "preview",
      description = "Pulumi stack. Default: preview.")
  private String stack = "preview";

  @Option(
      names = "--config",
      paramLabel = "KEY=VALUE",
      description = "Configuration value; a key without a namespace belongs to the project.")
  private Map<String, String> config = new LinkedHashMap<>();

  Optional<Program> program() {
    return Optional.ofNullable(program)
        .map(
            path ->
                new Program(
                    path,
                    Optional.ofNullable(mainClass),
                    Optional.ofNullable(classPath),
                    Optional.ofNullable(project).orElseGet(() -> ProjectFile.nameAbove(path)),
                    stack,
                    config));
  }

  /** By full key, as far as keys have one. */
  Map<String, String> config() {
    return config;
  }
}
