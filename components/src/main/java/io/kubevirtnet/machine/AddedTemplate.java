package io.kubevirtnet.machine;

import io.kubevirtnet.kubevirt.Template;
import io.kubevirtnet.spec.VirtualMachineSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.YamlText;

/** What an author adds to the template of a machine, as an object or as a text. */
final class AddedTemplate {
  private AddedTemplate() {}

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
}
