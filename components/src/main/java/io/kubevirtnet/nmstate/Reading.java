package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Optional;

/**
 * One pass of nmstate's parser over a state. Silent for a current state, which a node reported and
 * nobody is to be blamed for.
 */
record Reading(Optional<Report> report) {
  private static final String TEMPLATE = "{{";

  static Reading silent() {
    return new Reading(Optional.empty());
  }

  static Reading into(Report report) {
    return new Reading(Optional.of(report));
  }

  /** Reads what can be read; what a preview or a capture decides later stays open. */
  Optional<Tree> read(Kind kind, Tree tree, PropertyPath path) {
    if (tree instanceof Unknown) {
      report.ifPresent(r -> r.notChecked(path, "known after apply"));
      return Optional.of(tree);
    }
    if (isTemplate(tree)) {
      report.ifPresent(r -> r.notChecked(at(tree, path), "a capture decides it on each node"));
      return Optional.of(new Unknown(tree.marks()));
    }
    return kind.read(tree, path, this);
  }

  static boolean isTemplate(Tree tree) {
    return tree instanceof Scalar s && s.value() instanceof String t && t.contains(TEMPLATE);
  }

  /** The value is of another type than nmstate reads there. */
  Optional<Tree> wrongType(Tree tree, PropertyPath path, Kind kind) {
    return wrongType(tree, path, kind.expected());
  }

  Optional<Tree> wrongType(Tree tree, PropertyPath path, String expected) {
    return refuse(
        ShapeCatalogue.WRONG_TYPE,
        tree,
        path,
        ParserWords.shown(tree) + " is of the wrong type here.",
        "invalid type: " + ParserWords.unexpected(tree) + ", expected " + expected);
  }

  Optional<Tree> refuse(Rule rule, Tree tree, PropertyPath path, String what, String message) {
    report.ifPresent(
        r ->
            r.add(
                Finding.of(rule, at(tree, path), what, rule.fix())
                    .inWordsOf(new Upstream("nmstate", "InvalidArgument", path.text(), message))));
    return Optional.empty();
  }

  private static PropertyPath at(Tree tree, PropertyPath path) {
    return tree instanceof Scalar s ? s.written().orElse(path) : path;
  }
}
