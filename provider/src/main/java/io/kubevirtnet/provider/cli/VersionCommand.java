package io.kubevirtnet.provider.cli;

import io.kubevirtnet.component.Versions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which version this is. */
@Command(
    name = "version",
    description = "Prints the version of this package, and of the plugin that makes its objects.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class VersionCommand implements Callable<Integer>, IVersionProvider {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public String[] getVersion() {
    return new String[] {
      "kubevirtnet " + Versions.OWN, "kubernetes plugin " + Versions.KUBERNETES_PLUGIN
    };
  }

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(String.join(System.lineSeparator(), getVersion()));
    return Main.OK;
  }
}
