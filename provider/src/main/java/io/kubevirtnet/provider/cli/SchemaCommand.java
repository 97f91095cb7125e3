package io.kubevirtnet.provider.cli;

import io.kubevirtnet.component.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The contract of the package, as Pulumi's SDK generators take it. */
@Command(
    name = "schema",
    description = "Prints the Pulumi schema of this package.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class SchemaCommand implements Callable<Integer> {
  private static final String RESOURCE = "/io/kubevirtnet/schema.json";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (var in = Objects.requireNonNull(Versions.class.getResourceAsStream(RESOURCE))) {
      spec.commandLine().getOut().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return Main.OK;
  }
}
