package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.NodeStates;
import io.kubevirtnet.provider.manifest.NodeStates.NodeState;
import io.kubevirtnet.provider.manifest.PolicyRevert;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The way back from a policy that nobody manages. */
@Command(
    name = "revert",
    description =
        "Prints the policies that put nodes back to what they had before a policy. Deleting a"
            + " NodeNetworkConfigurationPolicy leaves the nodes as they are: apply this first, wait"
            + " for it, then delete.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class RevertCommand implements Callable<Integer> {
  @ParentCommand private Main main = new Main(InputStream.nullInputStream());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "NodeNetworkConfigurationPolicies as YAML or JSON; - for standard input.")
  private String policy = "";

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "What the nodes had before: NodeNetworkStates, a list of them, or the output of"
              + " `nmstatectl show`. May be repeated. Without it nothing can be given back to the"
              + " network cards, and the output says so.")
  private List<String> states = List.of();

  @Override
  public Integer call() {
    var nodes = new ArrayList<NodeState>();
    for (var file : states) {
      var input = new InputFile(file, main.in());
      nodes.addAll(NodeStates.read(input.name(), input.text()));
    }
    var input = new InputFile(policy, main.in());
    var objects = KubernetesDocuments.read(input.name(), input.text());
    spec.commandLine().getOut().print(PolicyRevert.yaml(input.name(), objects, nodes));
    return Main.OK;
  }
}
