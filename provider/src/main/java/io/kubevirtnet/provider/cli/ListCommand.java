package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.inventory.Inventory;
import io.kubevirtnet.provider.inventory.ListedCluster.Status;
import io.kubevirtnet.provider.inventory.Place;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What network attachments there are. */
@Command(
    name = "list",
    description =
        "Lists the network attachments of the clusters that have KubeVirt, with the virtual machines"
            + " and node providers that name them. Exit code 1 when a cluster cannot be reached.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class ListCommand implements Callable<Integer> {
  /** How the list is written. */
  enum Format {
    TABLE,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Context of the kubeconfig; may be repeated. Default: its current one.")
  private List<String> contexts = List.of();

  @Option(names = "--all-contexts", description = "All contexts of the kubeconfig.")
  private boolean all;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json. Default: table.")
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    if (all && !contexts.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--context and --all-contexts do not go together.");
    }
    var places =
        all
            ? Place.all(cluster.kubeconfig(), cluster.limit())
            : Place.of(cluster.kubeconfig(), contexts, cluster.limit());
    var inventory = Inventory.read(places, cluster.namespace(), cluster.limit());
    var out = spec.commandLine().getOut();
    switch (format) {
      case TABLE -> out.print(InventoryText.of(inventory));
      case JSON -> out.print(InventoryJson.of(inventory));
    }
    return inventory.clusters(Status.UNREACHABLE).findAny().isPresent() ? Main.ERRORS : Main.OK;
  }
}
