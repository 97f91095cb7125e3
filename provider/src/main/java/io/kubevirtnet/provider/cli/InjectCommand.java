package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.NodeManifests;
import io.kubevirtnet.provider.manifest.NodePreview;
import io.kubevirtnet.provider.manifest.Scene;
import java.io.InputStream;
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

/** The machines of node types, before there is one. */
@Command(
    name = "inject",
    description =
        "Shows the VirtualMachine that vCluster Platform will make of a node type, with the network"
            + " that it injects, who says each property, and what is wrong with it. Exit code 1 when"
            + " there are errors.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class InjectCommand implements Callable<Integer> {
  /** How the result is written. */
  enum Format {
    TEXT,
    YAML,
    JSON
  }

  @ParentCommand private Main main = new Main(InputStream.nullInputStream());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--provider",
      required = true,
      paramLabel = "FILE",
      description =
          "The NodeProvider as YAML or JSON; - for standard input. What else is in the file counts"
              + " as well: a NodeClaim, NetworkAttachmentDefinitions and so on.")
  private String provider = "";

  @Option(
      names = "--type",
      paramLabel = "NAME",
      description = "The node type. Default: all, one after the other.")
  private @Nullable String type;

  @Option(
      names = "--claim",
      paramLabel = "FILE",
      description = "The NodeClaim that the machine is for. Default: none, a machine of a pool.")
  private @Nullable String claim;

  @Option(names = "--environment", paramLabel = "FILE", description = "The NodeEnvironment.")
  private List<String> environments = List.of();

  @Option(names = "--os-image", paramLabel = "FILE", description = "OSImages; may be repeated.")
  private List<String> images = List.of();

  @Option(
      names = "--config-template",
      paramLabel = "FILE",
      description = "MachineConfigTemplates; may be repeated.")
  private List<String> templates = List.of();

  @Option(
      names = "--nad",
      paramLabel = "FILE",
      description =
          "NetworkAttachmentDefinitions of the cluster; may be repeated. Of one that a machine names"
              + " and that is not among them it warns.")
  private List<String> definitions = List.of();

  @Mixin private ReleaseOptions releases = new ReleaseOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, yaml or json. Default: text.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    var files = new NodeFiles(file -> read(file));
    files.provider(provider);
    Optional.ofNullable(claim).ifPresent(files::claim);
    environments.forEach(f -> files.chosen(f, "NodeEnvironment"));
    images.forEach(f -> files.chosen(f, "OSImage"));
    templates.forEach(f -> files.more(f, "MachineConfigTemplate"));
    definitions.forEach(f -> files.more(f, "NetworkAttachmentDefinition"));
    var given = files.manifests();
    var preview =
        NodePreview.of(
            given,
            wanted(given, files.typeOfClaim()),
            Scene.of(releases.kubeVirt(), false).of(releases.platform()));
    var out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(PreviewText.of(preview));
      case YAML -> out.print(PreviewYaml.of(preview));
      case JSON -> out.print(PreviewJson.of(preview));
    }
    return preview.findings().stream().anyMatch(Finding::isError) ? Main.ERRORS : Main.OK;
  }

  private List<KubernetesObject> read(String file) {
    var input = new InputFile(file, main.in());
    return KubernetesDocuments.read(input.name(), input.text());
  }

  /** The type that was asked for, or the claim's; programs read one machine only. */
  private Optional<String> wanted(NodeManifests given, Optional<String> ofClaim) {
    var types = given.types();
    var name = given.provider().reference().name();
    var asked = Optional.ofNullable(type);
    var wanted = asked.or(() -> ofClaim).or(() -> given.isWhole() ? Optional.empty() : only(types));
    if (wanted.filter(w -> !types.contains(w)).isPresent()) {
      throw usage(
          "NodeProvider %s has no node type %s; it has: %s."
              .formatted(name, wanted.get(), listed(types)));
    }
    if (asked.isPresent() && ofClaim.filter(t -> !t.equals(asked.get())).isPresent()) {
      throw usage("The NodeClaim is for node type " + ofClaim.get() + ", not " + type + ".");
    }
    if (wanted.isEmpty() && types.size() > 1 && !given.isWhole() && format != Format.TEXT) {
      throw usage(
          "NodeProvider %s has several node types; choose one of them with --type: %s."
              .formatted(name, listed(types)));
    }
    return wanted;
  }

  private static Optional<String> only(List<String> types) {
    return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
  }

  private static String listed(List<String> types) {
    return types.isEmpty() ? "none" : String.join(", ", types);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
