package io.kubevirtnet.testing;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.nmstate.Captures;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.nmstate.StateRules;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A desired state as a YAML document, {@code desired: …}, with what the node has, {@code current:
 * …}, and captures, {@code capture: …}. With a {@code node: …} it is an example of another room.
 */
public final class StateExample {
  private static final PropertyPath BASE = PropertyPath.ROOT.child("desired");

  private StateExample() {}

  public static boolean is(String yaml) {
    return yaml.startsWith("desired:") && !yaml.contains("\nnode:");
  }

  public static Report check(String yaml) {
    var document = read(yaml);
    var report = new Report();
    var current = part(document, "current").map(NetworkState::new);
    var desired = part(document, "desired").orElseThrow();
    var captures =
        Captures.parse(
            part(document, "capture").orElse(Fields.EMPTY),
            PropertyPath.ROOT.child("capture"),
            report);
    if (captures.isEmpty() || current.isEmpty()) {
      if (!captures.isEmpty()) {
        captures.checkTemplates(desired, BASE, report);
      }
      StateRules.check(desired, current, BASE, report);
    } else {
      captures
          .resolve(current.get(), report)
          .map(c -> Captures.render(desired, c, BASE, report))
          .ifPresent(d -> StateRules.check(d, current, BASE, report));
    }
    return report;
  }

  public static List<Finding> findings(String yaml) {
    return check(yaml).findings();
  }

  public static Fields tree(String yaml) {
    return (Fields) Tree.of((Object) read(yaml));
  }

  private static Optional<Fields> part(Map<?, ?> document, String name) {
    return Optional.ofNullable(document.get(name)).map(p -> (Fields) Tree.of((Object) p));
  }

  private static Map<?, ?> read(String yaml) {
    try {
      return YamlStack.YAML.readValue(yaml, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
