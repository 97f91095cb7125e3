package io.kubevirtnet.component;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.KnownReleases;
import io.kubevirtnet.spec.Element;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.value.WireEnum;
import java.util.Optional;

/**
 * The release of a product, as the stack or a component says it.
 *
 * @param refused what is wrong with one whose rules are not known
 */
record StatedRelease<R extends WireEnum>(KnownReleases<R> known, Rule refused) {

  /** The setting of that name. */
  Value<String> setting(Fields config, String name, Report report) {
    var path = PropertyPath.ROOT.child(name);
    return config
        .get(name)
        .map(t -> Element.text().read(asText(t), path, report))
        .orElseGet(() -> new Value.Absent<>(path));
  }

  /** The release whose rules hold; nothing when it is not given, not known yet, or refused. */
  Optional<R> read(Value<String> version, Report report) {
    report.check(version, v -> {});
    return version.known().flatMap(v -> read(v, version, report));
  }

  private Optional<R> read(String version, Value<String> shown, Report report) {
    var reading = known.parse(version);
    var remark =
        shown.marks().secret() ? Part.SECRET + " is none of the known releases." : reading.remark();
    if (reading.release().isEmpty()) {
      report.add(refused, shown.path(), remark);
    } else if (!reading.remark().isEmpty()) {
      report.notChecked(shown.path(), remark);
    }
    return reading.release();
  }

  /** YAML takes 1.9 for a number. */
  private static Tree asText(Tree tree) {
    return tree instanceof Tree.Scalar s && s.value() instanceof Double
        ? new Tree.Scalar(String.valueOf(s.value()), s.marks())
        : tree;
  }
}
