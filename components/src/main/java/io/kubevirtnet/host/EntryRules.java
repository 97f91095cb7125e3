package io.kubevirtnet.host;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;

/** The rules for names and sizes of interfaces, in a desired state that an author wrote himself. */
public final class EntryRules {
  private static final List<String> NOT_WANTED = List.of("absent", "ignore", "down");

  private final Report report;

  private EntryRules(Report report) {
    this.report = report;
  }

  /**
   * @param spec where the properties of the policy stand
   */
  public static void check(HostPolicy policy, PropertyPath spec, Report report) {
    var rules = new EntryRules(report);
    rules.each(
        Optional.of(policy.desiredState()), "interfaces", spec.child("desiredState"), rules::entry);
  }

  @FunctionalInterface
  private interface Rule {
    void check(Fields entry, PropertyPath path);
  }

  private void entry(Fields entry, PropertyPath path) {
    var type = text(entry, "type", path).known().orElse("");
    if (text(entry, "state", path).known().filter(NOT_WANTED::contains).isPresent()) {
      return;
    }
    var name = text(entry, "name", path);
    InterfaceRules.mtu(value(entry, "mtu", path, Integer.class), report);
    if (type.equals("linux-bridge") || type.equals("ovs-bridge")) {
      InterfaceRules.bridge(name, report);
    }
    if (type.equals("linux-bridge")) {
      var bridge = entry.get("bridge");
      each(
          bridge,
          "port",
          path.child("bridge"),
          (port, at) -> InterfaceRules.port(name, text(port, "name", at), report));
    }
  }

  private void each(Optional<Tree> owner, String list, PropertyPath path, Rule rule) {
    var items =
        owner
            .filter(Fields.class::isInstance)
            .flatMap(t -> ((Fields) t).get(list))
            .filter(Items.class::isInstance)
            .map(t -> ((Items) t).items())
            .orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Fields f) {
        rule.check(f, path.child(list).index(i));
      }
    }
  }

  /** What a capture fills in is only known on the node. */
  private static Value<String> text(Fields entry, String field, PropertyPath path) {
    var value = value(entry, field, path, String.class);
    return value.known().filter(t -> t.contains("{{")).isPresent()
        ? new Value.Absent<>(value.path())
        : value;
  }

  /** What has another type is nmstate's to judge. */
  private static <T> Value<T> value(Fields entry, String field, PropertyPath path, Class<T> type) {
    var tree = entry.get(field);
    if (tree.isPresent() && tree.get() instanceof Scalar s && type.isInstance(s.value())) {
      return new Value.Known<>(
          s.written().orElse(path.child(field)), type.cast(s.value()), s.marks());
    }
    return new Value.Absent<>(path.child(field));
  }
}
