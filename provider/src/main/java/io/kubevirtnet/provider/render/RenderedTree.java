package io.kubevirtnet.provider.render;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.manifest.NodePreview;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.vcluster.Assumption;
import io.kubevirtnet.vcluster.NodeProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one machine of a preview as the result of the function.
 *
 * @param machine its machine, with what is secret marked
 * @param places the input of each object that was looked at
 * @param severities of the stack, by code
 */
record RenderedTree(
    NodePreview preview,
    Fields machine,
    List<PropertyPath> places,
    Map<String, Severity> severities) {
  private static final Unknown LATER = new Unknown(Marks.NONE);

  /** Of which nothing can be said yet. */
  static final Fields OPEN =
      Tree.of("virtualMachine", LATER)
          .with("properties", LATER)
          .with("networkData", LATER)
          .with("findings", LATER)
          .with("assumptions", LATER);

  /**
   * The result.
   *
   * @param open some of the inputs are not known yet
   */
  Fields tree(boolean open) {
    var node = preview.machines().get(0).node();
    var properties = Fields.EMPTY;
    for (var property : node.properties().properties().values()) {
      properties = properties.with(property.key(), property(property));
    }
    var tree =
        Tree.of("virtualMachine", machine.withoutNulls())
            .with("properties", node.properties().others().isPresent() ? LATER : properties);
    var networkData = networkData(node.networkData(), open);
    if (networkData.isPresent()) {
      tree = tree.with("networkData", networkData.get());
    }
    return tree.with("findings", findings())
        .with("assumptions", node.assumptions().stream().map(Assumption::text).toList());
  }

  /** What the platform alone makes is never known. */
  private static Optional<Tree> networkData(Optional<Tree> text, boolean open) {
    return text.filter(t -> open || t instanceof Scalar);
  }

  private static Fields property(NodeProperty property) {
    var value = property.value().tree().orElse(LATER);
    return Tree.of(
            "value",
            value instanceof Scalar s
                ? new Scalar(Scalars.text(s), s.marks())
                : new Unknown(value.allMarks()))
        .with("origin", property.origin());
  }

  private List<Fields> findings() {
    var findings = new ArrayList<Fields>();
    for (int i = 0; i < places.size(); i++) {
      for (var finding : preview.checked().get(i).findings()) {
        findings.add(finding(finding, places.get(i)));
      }
    }
    return findings;
  }

  private Fields finding(Finding finding, PropertyPath input) {
    var severity = Optional.ofNullable(severities.get(finding.code())).orElse(finding.severity());
    return Tree.of("code", finding.code())
        .with("severity", severity.wire())
        .with("place", place(input.text(), finding.path().text()))
        .with("message", finding.sentence());
  }

  private static String place(String input, String path) {
    return path.isEmpty() || path.startsWith("[") ? input + path : input + "." + path;
  }
}
