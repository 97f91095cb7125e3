package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.ManifestPlan;
import io.kubevirtnet.provider.preview.Program;
import io.kubevirtnet.provider.preview.ProgramRun;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What would change, without Pulumi and without a cluster. */
@Command(
    name = "plan",
    description =
        "With --program: runs a compiled Java program against an engine that only records, and shows"
            + " what it would make. With --old and --new: what two sets of objects differ in, and"
            + " what comes of it. Nothing is applied. Exit code 1 when the program fails or there"
            + " are errors; 2 when --old and --new differ.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class PlanCommand implements Callable<Integer> {
  @ParentCommand private Main main = new Main(InputStream.nullInputStream());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--program", paramLabel = "PATH", description = "Folder of classes, or jar.")
  private @Nullable Path program;

  @Option(
      names = "--old",
      paramLabel = "PATH",
      description = "File of objects as they are, or folder of such files; - for standard input.")
  private @Nullable String before;

  @Option(names = "--new", paramLabel = "PATH", description = "The same as they shall be.")
  private @Nullable String after;

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
    if (before != null && after != null && program == null) {
      return compare(before, after);
    }
    if (program == null || before != null || after != null) {
      throw new ParameterException(spec.commandLine(), "Give --program, or --old and --new.");
    }
    return run(program);
  }

  private int compare(String old, String now) {
    var plan =
        ManifestPlan.between(
            new InputFolder(old, main.in()).objects(), new InputFolder(now, main.in()).objects());
    spec.commandLine().getOut().print(ManifestPlanText.of(plan));
    if (plan.hasErrors()) {
      return Main.ERRORS;
    }
    return plan.hasChanges() ? Main.CHANGES : Main.OK;
  }

  private int run(Path program) {
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
