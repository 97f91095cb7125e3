package io.kubevirtnet.component;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;

/**
 * The children that a program announced when it only knew its plain inputs. An Output counts as
 * given then; when it comes to nothing, a child that follows from it can not be taken back.
 *
 * @param plain the plain inputs; every Output is unknown in them
 */
record Announcement(Blueprint<?> blueprint, Fields plain, String name) {

  /**
   * @param token Pulumi type of a child
   * @param name its Pulumi name
   */
  private record Announced(String token, String name) {}

  /** The expansion with these very children, or with what stands in the way. */
  Expansion kept(Fields inputs, Expansion expansion) {
    var made = children(expansion.children());
    if (made.equals(children(plain))) {
      return expansion;
    }
    var findings =
        plain.fields().keySet().stream()
            .filter(input -> inputs.get(input).isEmpty())
            .filter(input -> !children(inputs.with(input, new Unknown(Marks.NONE))).equals(made))
            .map(input -> finding(PropertyPath.ROOT.child(input)))
            .toList();
    return expansion.refused(findings.isEmpty() ? List.of(finding(PropertyPath.ROOT)) : findings);
  }

  private static Finding finding(PropertyPath input) {
    var rule = InputCatalogue.CAME_TO_NOTHING;
    return Finding.of(rule, input, "The value came to nothing.", rule.fix());
  }

  private List<Announced> children(Fields inputs) {
    return children(blueprint.outline(inputs, name));
  }

  private static List<Announced> children(List<Child> children) {
    return children.stream().map(c -> new Announced(c.token(), c.name())).toList();
  }
}
