package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import io.kubevirtnet.provider.manifest.NodeStates;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Objects that somebody wrote by hand. */
@Command(
    name = "check",
    description =
        "Checks Kubernetes objects: NodeNetworkConfigurationPolicy, NetworkAttachmentDefinition and"
            + " NodeProvider. Exit code 1 when there are errors.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class CheckCommand implements Callable<Integer> {
  /** How the result is written. */
  enum Format {
    TEXT,
    JSON
  }

  /** What to say of a policy that touches the interface over which a node is reached. */
  enum Management {
    REFUSE,
    ALLOW
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

  @Option(
      names = "--management-interface",
      paramLabel = "CHOICE",
      defaultValue = "refuse",
      description =
          "refuse or allow policies that touch the interface over which a node is reached. Default:"
              + " refuse.")
  private Management managementInterface = Management.REFUSE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
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
    var checked = ManifestCheck.check(objects, nodes, managementInterface == Management.ALLOW);
    var out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(CheckText.of(checked));
      case JSON -> out.print(CheckJson.of(checked));
    }
    return checked.stream().flatMap(o -> o.findings().stream()).anyMatch(Finding::isError)
        ? Main.ERRORS
        : Main.OK;
  }
}
