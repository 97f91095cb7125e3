package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.LineCheck;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import io.kubevirtnet.provider.manifest.NodeStates;
import io.kubevirtnet.provider.manifest.Scene;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Objects that somebody wrote by hand. */
@Command(
    name = "check",
    description =
        "Checks Kubernetes objects: NodeNetworkConfigurationPolicy, NetworkAttachmentDefinition,"
            + " NodeProvider, NodeClaim, NodeEnvironment, OSImage, MachineConfigTemplate, KubeVirt,"
            + " VirtualMachine, VirtualMachineInstance,"
            + " VirtualMachineInstanceReplicaSet and VirtualMachinePool. A KubeVirt says what holds"
            + " for the machines beside it. Exit code 1 when there are errors.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class CheckCommand implements Callable<Integer> {
  /** How the result is written. */
  enum Format {
    TEXT,
    JSON
  }

  @ParentCommand private Main main = new Main(InputStream.nullInputStream());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "YAML or JSON, any number of documents; - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "What nodes have, to judge policies against: NodeNetworkStates, a list of them, or the"
              + " output of `nmstatectl show`. May be repeated.")
  private List<String> states = List.of();

  @Mixin private RuleOptions rules = new RuleOptions();

  @Mixin private ReleaseOptions releases = new ReleaseOptions();

  @Option(
      names = "--upstream-only",
      description =
          "Say only what an upstream validator says as well: KubeVirt's admitter, nmstate, the CNI"
              + " plugins.")
  private boolean upstreamOnly;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  @Option(
      names = "--jsonl",
      description =
          "Each line of the input is one object in JSON, judged by itself; each line of the output"
              + " is the JSON array of its findings. Any number of lines.")
  private boolean lines;

  @Override
  public Integer call() {
    return lines ? checkLines() : checkTogether();
  }

  private int checkLines() {
    refuseWithLines("--state", "there is nothing that it could be joined with");
    refuseWithLines(RuleOptions.MANAGEMENT, "no node is looked at");
    refuseWithLines(RuleOptions.ISOLATION, "nobody uses a definition there");
    refuseWithLines(RuleOptions.GLOBALS, "nobody uses a definition there");
    if (format == Format.TEXT && isGiven("--output")) {
      refuseWithLines("--output", "the output is JSON");
    }
    var check = new LineCheck(Scene.of(releases.kubeVirt(), upstreamOnly).of(releases.platform()));
    try (var stream = new CheckStream(check, spec.commandLine().getOut())) {
      for (var file : files) {
        check(new InputFile(file, main.in()), stream);
      }
      return stream.errors() ? Main.ERRORS : Main.OK;
    }
  }

  private static void check(InputFile file, CheckStream stream) {
    try (var in = file.open()) {
      stream.run(new LineSource(in, LineCheck.LONGEST));
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private void refuseWithLines(String option, String why) {
    if (isGiven(option)) {
      throw new ParameterException(
          spec.commandLine(),
          "%s does not go with --jsonl, which judges each line by itself: %s."
              .formatted(option, why));
    }
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private int checkTogether() {
    var objects = new ArrayList<KubernetesObject>();
    for (var file : files) {
      var input = new InputFile(file, main.in());
      objects.addAll(KubernetesDocuments.read(input.name(), input.text()));
    }
    var nodes = new ArrayList<NodeStates.NodeState>();
    for (var file : states) {
      var input = new InputFile(file, main.in());
      nodes.addAll(NodeStates.read(input.name(), input.text()));
    }
    var checked = ManifestCheck.check(objects, scene(nodes));
    var out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(CheckText.of(checked));
      case JSON -> out.print(CheckJson.of(checked));
    }
    return checked.stream().flatMap(o -> o.findings().stream()).anyMatch(Finding::isError)
        ? Main.ERRORS
        : Main.OK;
  }

  private Scene scene(List<NodeStates.NodeState> nodes) {
    return Scene.of(releases.kubeVirt(), upstreamOnly)
        .of(releases.platform())
        .on(nodes, rules.managementAllowed(), rules.isolation());
  }
}
