package io.kubevirtnet.provider.wire;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.Optional;

/**
 * Inputs as they came over the wire, with more of them marked as secret: what is registered with
 * the engine ends in the state of the stack. All that is marked already stays as it is.
 */
public final class GuardedInputs {
  private static final Value TRUE = Value.newBuilder().setBoolValue(true).build();

  private GuardedInputs() {}

  /**
   * The same inputs.
   *
   * @param guarded their tree, with secrecy wherever it has to be
   */
  public static Struct of(Struct inputs, Fields guarded) {
    var marked = inputs.toBuilder();
    guarded
        .fields()
        .forEach(
            (name, tree) ->
                Optional.ofNullable(inputs.getFieldsMap().get(name))
                    .ifPresent(value -> marked.putFields(name, of(value, tree))));
    return marked.build();
  }

  private static Value of(Value value, Tree tree) {
    if (!tree.allMarks().secret()) {
      return value;
    }
    var signature = Wire.signature(value.getStructValue());
    if (signature.equals(Wire.SECRET)) {
      return value;
    }
    if (signature.equals(Wire.OUTPUT)) {
      return struct(value.getStructValue().toBuilder().putFields(Wire.IS_SECRET, TRUE).build());
    }
    if (tree instanceof Fields fields && value.hasStructValue() && signature.isEmpty()) {
      return struct(of(value.getStructValue(), fields));
    }
    return tree instanceof Items items && value.hasListValue()
        ? Value.newBuilder().setListValue(of(value.getListValue(), items)).build()
        : TreeWriter.secret(value);
  }

  private static ListValue of(ListValue list, Items items) {
    var marked = ListValue.newBuilder();
    for (int i = 0; i < list.getValuesCount(); i++) {
      marked.addValues(of(list.getValues(i), items.items().get(i)));
    }
    return marked.build();
  }

  private static Value struct(Struct struct) {
    return Value.newBuilder().setStructValue(struct).build();
  }
}
