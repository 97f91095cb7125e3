package io.kubevirtnet.provider.policy;

import io.kubevirtnet.node.BaselineCaptures;
import io.kubevirtnet.node.Effect;
import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.provider.cluster.Enactment;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One state with templates that gives each node back its own, out of what the captures of the
 * policy kept there. It is used only where it does on every node what the node's own revert would
 * do.
 */
final class CapturedRevert {
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{ capture\\.(\\w+)\\.interfaces\\.0\\.([\\w-]+) }}");

  private final Fields desired;
  private final BaselineCaptures captures;

  /**
   * @param desired the one state that all nodes have
   */
  CapturedRevert(Fields desired) {
    this.desired = desired;
    this.captures = BaselineCaptures.of(desired);
  }

  Fields template() {
    return captures.revert();
  }

  /** Whether the policy carries the captures that the templates speak of. */
  boolean isIn(Fields spec) {
    var there = States.object(spec, "capture");
    return !captures.captures().isEmpty()
        && captures.captures().entrySet().stream()
            .allMatch(c -> States.text(there, c.getKey()).equals(Optional.of(c.getValue())));
  }

  /**
   * Whether the node comes out as it would by its own revert.
   *
   * @param before what the node had
   */
  boolean servesAsWell(
      io.kubevirtnet.nmstate.NetworkState before, Fields own, Enactment enactment) {
    var rendered = render(captures.revert(), enactment);
    var now = Effect.apply(before, desired);
    return rendered.isPresent()
        && HostDiff.states(Effect.apply(now, own), Effect.apply(now, (Fields) rendered.get()))
            .isEmpty();
  }

  /** Nothing as soon as something was not captured. */
  private static Optional<Tree> render(Tree tree, Enactment enactment) {
    if (tree instanceof Scalar s && s.value() instanceof String text) {
      var template = TEMPLATE.matcher(text);
      return template.matches()
          ? captured(enactment, template.group(1), template.group(2))
          : Optional.of(tree);
    }
    if (tree instanceof Fields f) {
      var rendered = new LinkedHashMap<String, Tree>();
      for (var entry : f.fields().entrySet()) {
        var value = render(entry.getValue(), enactment);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        rendered.put(entry.getKey(), value.get());
      }
      return Optional.of(new Fields(rendered, f.marks()));
    }
    if (tree instanceof Items l) {
      var rendered = l.items().stream().map(i -> render(i, enactment)).toList();
      return rendered.stream().allMatch(Optional::isPresent)
          ? Optional.of(Tree.of(rendered.stream().map(Optional::get).toList()))
          : Optional.empty();
    }
    return Optional.of(tree);
  }

  private static Optional<Tree> captured(Enactment enactment, String capture, String field) {
    return Optional.ofNullable(enactment.captured().get(capture))
        .flatMap(c -> States.objects(c, "interfaces").stream().findFirst())
        .flatMap(i -> i.get(field));
  }
}
