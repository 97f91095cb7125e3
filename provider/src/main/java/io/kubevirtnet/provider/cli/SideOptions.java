package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.PlannedObject;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.provider.sides.ClusterDocuments;
import io.kubevirtnet.provider.sides.PreviewSides;
import io.kubevirtnet.provider.sides.ReadSides;
import io.kubevirtnet.provider.sides.SceneReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is, and what shall be, from files. */
final class SideOptions {
  private static final String STANDARD_INPUT = "-";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--old",
      paramLabel = "PATH",
      description = "File of objects as they are, or folder of such files; - for standard input.")
  private @Nullable String before;

  @Option(names = "--new", paramLabel = "PATH", description = "The same as they shall be.")
  private @Nullable String after;

  @Option(
      names = "--preview",
      paramLabel = "FILE",
      description =
          "What `pulumi preview --json --show-sames` printed, both sides of it; - for standard"
              + " input.")
  private @Nullable String preview;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "What the cluster has beside that: NodeNetworkStates and the output of `nmstatectl show`,"
              + " Nodes, VirtualMachines and other objects, in files or folders. May be repeated.")
  private List<String> states = List.of();

  /** Refuses what can not be meant. */
  void validate(boolean program, boolean cluster) {
    long news = Stream.of(after != null, preview != null, program).filter(b -> b).count();
    if (news != 1) {
      throw usage("Say what shall be, by one of --new, --preview and --program.");
    }
    if (preview != null && before != null) {
      throw usage("A preview knows what is there already: leave out --old.");
    }
    if (after != null && before == null && !cluster) {
      throw usage("Say what is there already, by --old or --context.");
    }
    long inputs =
        Stream.concat(Stream.of(before, after, preview), states.stream())
            .filter(STANDARD_INPUT::equals)
            .count();
    if (inputs > 1) {
      throw usage("Standard input can be read only once.");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Both sides, or the new one; nothing where a program is it. */
  Optional<ReadSides> news(InputStream in) {
    if (preview != null) {
      return Optional.of(preview(new InputFile(preview, in)));
    }
    return Optional.ofNullable(after).map(path -> manifests(path, in));
  }

  private static ReadSides preview(InputFile file) {
    try (var in = file.open()) {
      return PreviewSides.read(file.name(), in);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /** The old side where it is given by itself. */
  Optional<ReadSides> olds(InputStream in) {
    return Optional.ofNullable(before).map(path -> manifests(path, in));
  }

  boolean isPreview() {
    return preview != null;
  }

  private static ReadSides manifests(String path, InputStream in) {
    var found = new InputFolder(path, in).read();
    var declared = new ArrayList<PlannedObject>();
    var beside = new ArrayList<KubernetesObject>();
    for (var object : found.objects()) {
      if (SceneReading.isReport(object)) {
        beside.add(object);
      } else {
        declared.add(PlannedObject.of(object));
      }
    }
    var notes =
        found.without().stream().map(f -> new NotChecked(f, "no Kubernetes object in it")).toList();
    return ReadSides.of(Side.EMPTY, new Side(declared, List.of())).with(beside, notes);
  }

  List<KubernetesObject> states(InputStream in) {
    var objects = new ArrayList<KubernetesObject>();
    for (var given : states) {
      for (var file : new InputFolder(given, in).files()) {
        var input = new InputFile(file, in);
        objects.addAll(ClusterDocuments.read(input.name(), input.text()));
      }
    }
    return objects;
  }
}
