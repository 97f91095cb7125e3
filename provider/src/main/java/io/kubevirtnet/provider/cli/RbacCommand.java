package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.ManifestYaml;
import io.kubevirtnet.provider.report.Columns;
import io.kubevirtnet.provider.role.Grantee;
import io.kubevirtnet.provider.role.Operation;
import io.kubevirtnet.provider.role.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a user of a cluster must be allowed. */
@Command(
    name = "rbac",
    description =
        "Prints the smallest roles that suffice: preview for pulumi preview, kubevirtnet plan"
            + " --context, list and show; apply for pulumi up and destroy; doctor for kubevirtnet"
            + " doctor. Nothing is applied: pipe it to kubectl apply -f -.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class RbacCommand implements Callable<Integer> {
  /** How it is written. */
  enum Format {
    YAML,
    TEXT
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "OPERATION", description = "preview, apply or doctor.")
  private Operation operation = Operation.PREVIEW;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the roles. Default: kubevirtnet and the operation.")
  private @Nullable String name;

  @Option(
      names = "--subject",
      paramLabel = "WHO",
      description =
          "Binds the roles to User:NAME, Group:NAME or ServiceAccount:NAMESPACE/NAME. May be"
              + " repeated.")
  private List<String> subjects = new ArrayList<>();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NS",
      description =
          "Network attachments, machines and their like only in this namespace, by a Role. Plans and"
              + " doctor then say what of other namespaces they did not look at. May be repeated.")
  private List<String> namespaces = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "yaml",
      description = "yaml, or text: what each permission is for. Default: yaml.")
  private Format format = Format.YAML;

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .print(
            switch (format) {
              case YAML -> yaml();
              case TEXT -> text();
            });
    return Main.OK;
  }

  private String yaml() {
    var grantees = subjects.stream().map(this::grantee).toList();
    var called = name == null ? "kubevirtnet-" + operation.wire() : name;
    return Roles.of(operation, called)
        .objects(operation.permissions(), namespaces, grantees)
        .stream()
        .map(ManifestYaml::document)
        .collect(Collectors.joining("---\n"));
  }

  private Grantee grantee(String text) {
    return Grantee.parse(text)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--subject: \"%s\" is nobody. Write User:NAME, Group:NAME or ServiceAccount:NAMESPACE/NAME."
                        .formatted(text)));
  }

  private String text() {
    var columns = new Columns();
    operation
        .permissions()
        .forEach(
            p ->
                columns.row(
                    p.verb(),
                    p.resource() + (p.group().isEmpty() ? "" : "." + p.group()),
                    p.only().orElse("all"),
                    p.why()));
    return columns.text();
  }
}
