package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.util.Optional;

/**
 * What an author adds to a machine as KubeVirt has it.
 *
 * @param tree its {@code metadata} and {@code spec}; unknown when a preview can not tell yet
 * @param path the input that has it
 * @param placed whether places in the input are those in the tree, which they are not in a text
 */
public record Template(Tree tree, PropertyPath path, boolean placed) {

  /** The input for a place inside, such as {@code spec.domain}; a secret key is not told. */
  public PropertyPath at(String place, Tree there) {
    if (!placed) {
      return path;
    }
    return there.allMarks().secret()
        ? written(there).orElse(path)
        : new PropertyPath(path + (place.isEmpty() ? "" : "." + place));
  }

  private static Optional<PropertyPath> written(Tree tree) {
    return tree instanceof Tree.Scalar leaf
        ? leaf.written()
        : tree.parts().map(Template::written).flatMap(Optional::stream).findFirst();
  }
}
