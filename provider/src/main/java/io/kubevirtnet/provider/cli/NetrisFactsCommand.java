package io.kubevirtnet.provider.cli;

import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.netris.FactsAnswer;
import io.kubevirtnet.provider.netris.PinnedFacts;
import io.kubevirtnet.provider.netris.Sessions;
import io.kubevirtnet.spec.GetNetrisServerClusterSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The facts of a server cluster's network, ready to pin. */
@Command(
    name = "facts",
    description =
        "Reads the facts of a server cluster's network and prints them as the input facts of a"
            + " NetrisNetwork. With --pinned, says what differs from facts that were written down."
            + " Exit code 1 when they cannot be read, 2 when they differ.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class NetrisFactsCommand implements Callable<Integer> {
  /** How the facts are written. */
  enum Format {
    TEXT,
    YAML,
    JSON
  }

  @ParentCommand private NetrisCommand netris = new NetrisCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ControllerOptions controller = new ControllerOptions();

  @Option(
      names = "--server-cluster",
      required = true,
      paramLabel = "NAME",
      description = "The server cluster, as it is called in Netris.")
  private String serverCluster = "";

  @Option(names = "--site", paramLabel = "NAME", description = "Its site, if there are several.")
  private @Nullable String site;

  @Option(names = "--vpc", paramLabel = "NAME", description = "Its VPC, if there are several.")
  private @Nullable String vpc;

  @Option(
      names = "--vnet",
      paramLabel = "NAME",
      description = "Name or postfix of the V-Net. Default: the first with an IPv4 gateway.")
  private @Nullable String vnet;

  @Option(
      names = "--pinned",
      paramLabel = "FILE",
      description = "Facts to compare with, as this command prints them in YAML or JSON.")
  private @Nullable String pinned;

  @Option(
      names = "--host-model",
      paramLabel = "MODEL",
      defaultValue = "trunk",
      description =
          "How the V-Net reaches the nodes, for what follows where pinned facts differ: trunk or"
              + " evpn-on-host. Default: trunk.")
  private String hostModel = "trunk";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "yaml",
      description = "text, yaml or json. Default: yaml.")
  private Format format = Format.YAML;

  @Override
  public Integer call() {
    var before = Optional.ofNullable(pinned).map(this::pinned);
    var model = hostModel();
    var answer = FactsAnswer.of(question(), new Sessions());
    if (answer.facts().isEmpty()) {
      print(answer, List.of());
      return Main.ERRORS;
    }
    var differences = before.map(p -> p.differences(answer.facts().get(), model)).orElse(List.of());
    print(answer, differences);
    if (!differences.isEmpty()) {
      return Main.CHANGES;
    }
    return answer.findings().stream().anyMatch(Finding::isError) ? Main.ERRORS : Main.OK;
  }

  private GetNetrisServerClusterSpec question() {
    var access =
        controller
            .inputs(netris.in())
            .orElseThrow(
                () ->
                    usage(
                        "Give the password with --password-file, or in "
                            + ControllerOptions.VARIABLE
                            + "."));
    var inputs =
        Tree.of("controller", access)
            .with("serverCluster", serverCluster)
            .withIf(site != null, "site", Optional.ofNullable(site).orElse(""))
            .withIf(vpc != null, "vpc", Optional.ofNullable(vpc).orElse(""))
            .withIf(vnet != null, "vnet", Optional.ofNullable(vnet).orElse(""));
    return SpecReader.read(
        inputs, PropertyPath.ROOT, new Report(), GetNetrisServerClusterSpec::read);
  }

  private HostModel hostModel() {
    return Arrays.stream(HostModel.values())
        .filter(m -> m.wire().equals(hostModel))
        .findFirst()
        .orElseThrow(() -> usage("--host-model is trunk or evpn-on-host."));
  }

  private PinnedFacts pinned(String file) {
    var input = new InputFile(file, netris.in());
    return PinnedFacts.read(input.name(), input.text());
  }

  private void print(FactsAnswer answer, List<Finding> differences) {
    var out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(FactsText.of(answer.facts(), differences, pinned != null));
      case YAML -> out.print(answer.facts().map(FactsText::yaml).orElse(""));
      case JSON -> out.print(FactsJson.of(answer, differences));
    }
    if (format != Format.JSON) {
      out.flush();
      var err = spec.commandLine().getErr();
      answer.findings().forEach(f -> err.println(FactsText.line(f)));
    }
    if (format == Format.YAML) {
      differences.forEach(f -> spec.commandLine().getErr().println(FactsText.line(f)));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
