package io.kubevirtnet.provider.cli;

import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What can be asked of a controller of Netris. */
@Command(
    name = "netris",
    description = "Reads a controller of Netris. Nothing is ever written there.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class,
    subcommands = NetrisFactsCommand.class)
final class NetrisCommand implements Callable<Integer> {
  @ParentCommand private Main main = new Main(InputStream.nullInputStream());

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Standard input, for a command that was told to read it. */
  InputStream in() {
    return main.in();
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to read: facts.");
  }
}
