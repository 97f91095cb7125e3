package io.kubevirtnet.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubevirtnet.component.Expansion;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Optional;

/**
 * A place in an expansion: {@code children/0/spec/config/vlan}, also into JSON or network data
 * inside a text.
 */
public record Placed(String pointer) {

  public Optional<Tree> in(Expansion expansion) {
    Tree root =
        Tree.of(
                "children",
                Tree.items(expansion.children().stream().map(c -> c.inputs()).toArray()))
            .with("outputs", expansion.outputs());
    Optional<Tree> at = Optional.of(root);
    for (var step : pointer.split("/(?!/)", -1)) {
      at = at.flatMap(t -> step(t, step.replace("~1", "/")));
    }
    return at;
  }

  private static Optional<Tree> step(Tree tree, String step) {
    if (tree instanceof Scalar s
        && s.value() instanceof String text
        && text.matches("(?s)(?:[{\\[]|version:).*")) {
      return step(json(text, s.marks()), step);
    }
    if (tree instanceof Items l) {
      int i = Integer.parseInt(step);
      return i < l.items().size() ? Optional.of(l.items().get(i)) : Optional.empty();
    }
    return tree instanceof Fields f ? f.get(step) : Optional.empty();
  }

  private static Tree json(String text, Marks marks) {
    try {
      return Tree.of(YamlStack.YAML.readValue(text, Object.class)).marked(marks);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
