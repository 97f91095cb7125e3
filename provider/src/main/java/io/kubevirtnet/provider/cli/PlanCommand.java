package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.preview.Program;
import io.kubevirtnet.provider.preview.ProgramRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a Java program would make, without Pulumi and without a cluster. */
@Command(
    name = "plan",
    description =
        "Runs a compiled Java program against an engine that only records, and shows what it would"
            + " make. Nothing is applied. Exit code 1 when the program fails or reports errors.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--program",
      required = true,
      paramLabel = "PATH",
      description = "Folder of classes, or jar.")
  private Path program = Path.of("");

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

  @Override
  public Integer call() {
    var name = Optional.ofNullable(project).orElseGet(() -> ProjectFile.nameAbove(program));
    var run =
        ProgramRun.of(
            new Program(
                program,
                Optional.ofNullable(mainClass),
                Optional.ofNullable(classPath),
                name,
                stack,
                config),
            ProgramRun.DEADLINE);
    var command = spec.commandLine();
    var preview = run.preview();
    if (preview.resources().isEmpty() && !preview.failed()) {
      command.getErr().println(run.mainClass() + " registered nothing: is it a Pulumi program?");
      return Main.ERRORS;
    }
    command.getOut().print(PlanText.of(preview));
    if (preview.failed() && !run.output().isBlank()) {
      command.getOut().flush();
      command.getErr().println("What " + run.mainClass() + " printed:");
      command.getErr().println(run.output().stripTrailing());
    }
    return preview.failed() ? Main.ERRORS : Main.OK;
  }
}
