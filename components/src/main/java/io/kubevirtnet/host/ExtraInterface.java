package io.kubevirtnet.host;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import java.util.Map;
import java.util.Set;

/** The rule for an interface that an author writes as nmstate does. */
final class ExtraInterface {
  private ExtraInterface() {}

  /**
   * @param stated names of the entries that the resource itself makes
   */
  static void check(Value<Map<String, Value<Tree>>> entry, Set<String> stated, Report report) {
    report.check(
        entry,
        fields -> {
          var name = fields.get("name");
          if (name == null) {
            report.add(HostCatalogue.EXTRA_INTERFACE, entry.path(), "The entry has no name.");
          } else {
            report.check(name, tree -> check(name, tree, stated, report));
          }
        });
  }

  private static void check(Value<Tree> name, Tree tree, Set<String> stated, Report report) {
    if (!(tree instanceof Scalar s && s.value() instanceof String text)) {
      if (!tree.hasUnknown()) {
        report.add(HostCatalogue.EXTRA_INTERFACE, name.path(), "The name is no text.");
      }
    } else if (stated.contains(text)) {
      report.add(
          HostCatalogue.EXTRA_INTERFACE,
          name.path(),
          (s.marks().secret() ? "[secret]" : text) + " is made by this resource.");
    }
  }
}
