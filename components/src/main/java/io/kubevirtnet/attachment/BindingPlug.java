package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.Map;

/**
 * The CNI program of a network binding plugin, which prepares the pod of a machine.
 *
 * @param config its other keys
 */
record BindingPlug(PropertyPath path, Value<String> program, Value<Map<String, Value<Tree>>> config)
    implements Plug {

  @Override
  public AttachmentKind kind() {
    return AttachmentKind.Other;
  }

  /** Not known as long as it is not known what else stands in the config. */
  @Override
  public Value<String> type() {
    return config.isUnknown() ? new Value.Unknown<>(path, config.marks()) : program;
  }

  @Override
  public Wording keys(Frame frame) {
    return Tree.of(config) instanceof Fields keys && config.isGiven()
        ? new Wording(Canonical.plugin(keys), Map.of())
        : Wording.EMPTY;
  }
}
