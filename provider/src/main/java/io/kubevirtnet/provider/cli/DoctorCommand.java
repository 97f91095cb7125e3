package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.doctor.Doctor;
import io.kubevirtnet.provider.doctor.Examination;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What keeps the machines of a cluster from their networks. */
@Command(
    name = "doctor",
    description =
        "Looks at a cluster for what keeps virtual machines from their networks: operators, policies"
            + " of nodes, network attachments, bridges, machines that do not start or are not"
            + " connected, permissions. Changes nothing. Exit code 1 for errors and warnings, and when"
            + " the cluster cannot be reached.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class DoctorCommand implements Callable<Integer> {
  private static final int SECONDS = 10;

  /** How the findings are written. */
  enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Context of the kubeconfig. Default: its current one.")
  private @Nullable String context;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Default: KUBECONFIG, then ~/.kube/config, then the pod's own account.")
  private @Nullable String kubeconfig;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NS",
      description =
          "Only machines of this namespace, with what they need elsewhere. Default: those of all.")
  private @Nullable String namespace;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for each answer. Default: " + SECONDS + ".")
  private int timeout = SECONDS;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    var file = Optional.ofNullable(kubeconfig);
    var chosen = Optional.ofNullable(context);
    var name = chosen.or(() -> ClusterAccess.contexts(file).current()).orElse("in-cluster");
    var out = spec.commandLine().getOut();
    var source = ClusterAccess.objects(file, chosen, Duration.ofSeconds(Math.max(1, timeout)));
    Examination examination;
    try {
      examination = Doctor.examine(name, source, Optional.ofNullable(namespace), Clock.systemUTC());
    } catch (ClusterProblem e) {
      // Not closed: the HTTP client would print traces of what is still under way, and the process
      // ends now.
      var reason = String.valueOf(e.getMessage());
      out.print(
          switch (format) {
            case TEXT -> DoctorText.notReached(name, source.address(), reason);
            case JSON -> DoctorJson.notReached(name, source.address(), reason);
          });
      return Main.ERRORS;
    }
    source.close();
    out.print(
        switch (format) {
          case TEXT -> DoctorText.of(examination);
          case JSON -> DoctorJson.of(examination);
        });
    return examination.isHealthy() ? Main.OK : Main.ERRORS;
  }
}
