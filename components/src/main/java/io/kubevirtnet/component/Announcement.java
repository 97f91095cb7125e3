package io.kubevirtnet.component;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.stream.IntStream;

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
  private record Announced(String token, String name) {
    boolean isWiring() {
      return token.equals(Blueprints.VIRTUAL_MACHINE_WIRING.type());
    }
  }

  /** The expansion with these very children, or with what stands in the way. */
  Expansion kept(Fields inputs, Expansion expansion) {
    var made = children(expansion.children());
    var announced = children(plain);
    if (made.equals(announced)) {
      return expansion;
    }
    if (differInWiringsOnly(announced, made)) {
      return named(expansion, announced);
    }
    var findings =
        plain.fields().keySet().stream()
            .filter(input -> inputs.get(input).isEmpty())
            .filter(input -> !children(inputs.with(input, new Unknown(Marks.NONE))).equals(made))
            .map(input -> finding(PropertyPath.ROOT.child(input)))
            .toList();
    return expansion.refused(findings.isEmpty() ? List.of(finding(PropertyPath.ROOT)) : findings);
  }

  /**
   * How many wirings there are, and what they are called, follows from node types that may come
   * from another stack. Nothing else depends on them, so one that was not announced is left out.
   */
  private static boolean differInWiringsOnly(List<Announced> announced, List<Announced> made) {
    return announced.size() <= made.size()
        && IntStream.range(0, made.size())
            .allMatch(
                i ->
                    i < announced.size() && made.get(i).equals(announced.get(i))
                        || made.get(i).isWiring()
                            && (i >= announced.size() || announced.get(i).isWiring()));
  }

  private static Expansion named(Expansion expansion, List<Announced> announced) {
    return expansion.with(
        IntStream.range(0, announced.size())
            .mapToObj(i -> expansion.children().get(i).called(announced.get(i).name()))
            .toList());
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
