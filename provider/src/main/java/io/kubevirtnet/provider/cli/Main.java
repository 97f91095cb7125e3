package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import io.kubevirtnet.provider.preview.UnusableProgram;
import io.kubevirtnet.provider.report.UnreadablePlan;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: 0 for success, 1 for errors in what was looked at, 2 for changes of
 * a plan, 3 for those that nobody has agreed to, 64 for wrong use or an input that can not be read.
 */
@Command(
    name = "kubevirtnet",
    description = "Networks of KubeVirt virtual machines, looked at before a cluster sees them.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class,
    subcommands = {
      PlanCommand.class,
      CheckCommand.class,
      InjectCommand.class,
      RevertCommand.class,
      ListCommand.class,
      ShowCommand.class,
      DoctorCommand.class,
      ExplainCommand.class,
      RbacCommand.class,
      NetrisCommand.class,
      SchemaCommand.class,
      VersionCommand.class
    })
public final class Main implements Callable<Integer> {
  static final int OK = 0;
  static final int ERRORS = 1;
  static final int CHANGES = 2;

  static final int USAGE = 64;

  private final InputStream in;

  @Spec private CommandSpec spec = CommandSpec.create();

  Main(InputStream in) {
    this.in = in;
  }

  public static void main(String[] args) {
    int exitCode = run(System.in, writer(System.out), writer(System.err), args);
    System.exit(exitCode);
  }

  /** The whole command, for tests too. */
  static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    var command =
        new CommandLine(new Main(in))
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((problem, given) -> usage(problem))
            .setExecutionExceptionHandler(Main::failure);
    int exitCode = command.execute(args);
    out.flush();
    err.flush();
    return exitCode;
  }

  /** Standard input, for a command that was told to read it. */
  InputStream in() {
    return in;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }

  private static int usage(ParameterException problem) {
    var command = problem.getCommandLine();
    command.getErr().println(problem.getMessage());
    command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return USAGE;
  }

  /** What a user can mend is one line; anything else is a defect, and its trace is what helps. */
  private static int failure(Exception problem, CommandLine command, ParseResult given)
      throws Exception {
    if (problem instanceof UnreadableManifest
        || problem instanceof UnreadablePlan
        || problem instanceof UnusableProgram) {
      command.getErr().println(problem.getMessage());
      return USAGE;
    }
    if (problem instanceof ClusterProblem cluster) {
      command.getErr().println(problem.getMessage());
      return cluster.kind() == ClusterProblem.Kind.CONFIGURATION ? USAGE : ERRORS;
    }
    throw problem;
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }
}
