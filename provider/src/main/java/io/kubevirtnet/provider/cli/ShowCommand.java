package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.inventory.Inventory;
import io.kubevirtnet.provider.inventory.ListedAttachment;
import io.kubevirtnet.provider.inventory.ListedCluster;
import io.kubevirtnet.provider.inventory.Place;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One network attachment, looked at closely. */
@Command(
    name = "show",
    description =
        "Shows one network attachment of a cluster: its fields, who names it, and what is wrong with"
            + " it. Exit code 1 when there are errors, when there is none of that name, or when the"
            + " cluster cannot be reached.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(
      paramLabel = "NAD",
      description = "NAME or NAMESPACE/NAME of a NetworkAttachmentDefinition.")
  private String attachment = "";

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Context of the kubeconfig. Default: its current one.")
  private @Nullable String context;

  @Override
  public Integer call() {
    int slash = attachment.indexOf('/');
    var name = attachment.substring(slash + 1);
    var namespace = slash < 0 ? cluster.namespace() : Optional.of(attachment.substring(0, slash));
    if (slash >= 0 && !cluster.namespace().orElse(namespace.get()).equals(namespace.get())) {
      throw new ParameterException(
          spec.commandLine(), attachment + " is not of the namespace that -n says.");
    }
    var chosen = Optional.ofNullable(context).map(List::of).orElseGet(List::of);
    var places = Place.of(cluster.kubeconfig(), chosen, cluster.limit());
    var read = Inventory.read(places, namespace, cluster.limit()).clusters().get(0);
    return read.status() == ListedCluster.Status.READ ? show(read, name) : failed(read);
  }

  private int show(ListedCluster read, String name) {
    var found =
        read.attachments().stream().filter(a -> a.definition().name().equals(name)).toList();
    if (found.isEmpty()) {
      return failed("There is no network attachment " + attachment + " in " + read.name() + ".");
    }
    if (found.size() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          found.stream()
              .map(a -> a.definition().reference())
              .collect(Collectors.joining(", ", "There are several of this name: ", ".")));
    }
    return show(found.get(0), read.notRead());
  }

  private int show(ListedAttachment shown, List<String> notRead) {
    var checked = ManifestCheck.check(shown.definition().object());
    var out = spec.commandLine().getOut();
    out.print(AttachmentText.of(shown, notRead));
    out.println();
    out.print(CheckText.of(List.of(checked)));
    return checked.findings().stream().anyMatch(Finding::isError) ? Main.ERRORS : Main.OK;
  }

  private int failed(ListedCluster read) {
    return failed(read.name() + ": " + read.reason());
  }

  private int failed(String reason) {
    spec.commandLine().getErr().println(reason);
    return Main.ERRORS;
  }
}
