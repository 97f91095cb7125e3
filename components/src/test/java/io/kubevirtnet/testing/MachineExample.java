package io.kubevirtnet.testing;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kubernetes objects as YAML documents: a machine, and before it the KubeVirt that it is for, where
 * that is another than the newest as it comes.
 */
public record MachineExample(Machine machine, ClusterConfiguration configuration) {

  /** What judges a machine. */
  @FunctionalInterface
  public interface Rules {
    void check(Machine machine, ClusterConfiguration configuration, Report report);
  }

  public static boolean is(String yaml) {
    return objects(yaml).stream().anyMatch(o -> kind(o).isPresent());
  }

  public static MachineExample of(String yaml) {
    var objects = objects(yaml);
    var configuration =
        objects.stream()
            .filter(o -> text(o, "kind").equals("KubeVirt"))
            .findFirst()
            .map(o -> ClusterConfiguration.of(KubeVirtRelease.newest(), o))
            .orElse(ClusterConfiguration.of(KubeVirtRelease.newest()));
    var machine = objects.stream().filter(o -> kind(o).isPresent()).findFirst().orElseThrow();
    return new MachineExample(
        new Machine(kind(machine).orElseThrow(), Part.of(PropertyPath.ROOT, machine)),
        configuration);
  }

  public Report check(Rules rules) {
    var report = new Report();
    rules.check(machine, configuration, report);
    return report;
  }

  private static Optional<MachineKind> kind(Fields object) {
    return Arrays.stream(MachineKind.values())
        .filter(k -> k.wire().equals(text(object, "kind")))
        .filter(k -> text(object, "apiVersion").startsWith(k.group() + "/"))
        .findFirst();
  }

  private static String text(Fields object, String name) {
    return object.get(name).map(t -> String.valueOf(t.plain())).orElse("");
  }

  private static List<Fields> objects(String yaml) {
    return Arrays.stream(yaml.split("(?m)^---\n")).map(MachineExample::read).toList();
  }

  private static Fields read(String yaml) {
    try {
      return (Fields) Tree.of((Object) YamlStack.YAML.readValue(yaml, Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
