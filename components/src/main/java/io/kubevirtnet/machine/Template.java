package io.kubevirtnet.machine;

import io.kubevirtnet.spec.VirtualMachineSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.YamlText;
import java.util.Optional;

/**
 * What an author adds to the template of a machine as KubeVirt has it.
 *
 * @param tree its {@code metadata} and {@code spec}; unknown when a preview can not tell yet
 * @param path the input that has it
 * @param placed whether places in the input are those in the tree, which they are not in a text
 */
record Template(Tree tree, PropertyPath path, boolean placed) {

  static Template of(VirtualMachineSpec spec) {
    if (spec.templateYaml().isGiven()) {
      var text = spec.templateYaml();
      Tree read =
          text.known()
              .flatMap(t -> YamlText.read(t).tree())
              .<Tree>map(t -> t)
              .orElseGet(() -> text.isUnknown() ? new Unknown(text.marks()) : Fields.EMPTY);
      return new Template(read.marked(text.marks()).writtenAt(text.path()), text.path(), false);
    }
    var template = spec.template();
    return new Template(
        template.isGiven() ? Tree.of(template) : Fields.EMPTY, template.path(), true);
  }

  /** The input for a place inside, such as {@code spec.domain}; a secret key is not told. */
  PropertyPath at(String place, Tree there) {
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
