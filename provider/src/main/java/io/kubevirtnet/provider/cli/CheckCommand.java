package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
  private static final String STANDARD_INPUT = "-";

  /** How the result is written. */
  enum Format {
    TEXT,
    JSON
  }

  @ParentCommand private Main main = new Main(InputStream.nullInputStream());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "YAML or JSON, any number of documents; - for standard input.")
  private List<String> files = List.of();

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
      objects.addAll(KubernetesDocuments.read(name(file), text(file)));
    }
    var checked = ManifestCheck.check(objects);
    var out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(CheckText.of(checked));
      case JSON -> out.print(CheckJson.of(checked));
    }
    return checked.stream().flatMap(o -> o.findings().stream()).anyMatch(Finding::isError)
        ? Main.ERRORS
        : Main.OK;
  }

  private static String name(String file) {
    return file.equals(STANDARD_INPUT) ? "standard input" : file;
  }

  private String text(String file) {
    try {
      return file.equals(STANDARD_INPUT)
          ? new String(main.in().readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UnreadableManifest(name(file) + ": " + reason(file, e));
    }
  }

  private static String reason(String file, IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no such file.";
    }
    if (problem instanceof CharacterCodingException) {
      return "not text in UTF-8.";
    }
    return Files.isDirectory(Path.of(file)) ? "this is a folder." : "it can not be read.";
  }
}
