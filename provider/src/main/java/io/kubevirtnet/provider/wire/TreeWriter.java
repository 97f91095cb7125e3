package io.kubevirtnet.provider.wire;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;

/** A tree as it goes over the wire. */
public enum TreeWriter {
  /** Each leaf says what it depends on: for the inputs of a child. */
  LEAF_BY_LEAF {
    @Override
    Value unknown(Marks marks) {
      return output(marks, Struct.newBuilder());
    }

    @Override
    Value marked(Marks marks, Value value) {
      return marks.origins().isEmpty()
          ? secret(value)
          : output(marks, Struct.newBuilder().putFields(Wire.VALUE, value));
    }
  },

  /** Dependencies are told apart from the values: for the outputs of a component. */
  VALUES_ONLY {
    @Override
    Value unknown(Marks marks) {
      return marked(marks, text(Wire.UNKNOWN));
    }

    @Override
    Value marked(Marks marks, Value value) {
      return marks.secret() ? secret(value) : value;
    }
  };

  abstract Value unknown(Marks marks);

  abstract Value marked(Marks marks, Value value);

  public Struct write(Fields fields) {
    var struct = Struct.newBuilder();
    fields
        .fields()
        .forEach(
            (name, tree) -> {
              if (!(tree instanceof Null)) {
                struct.putFields(name, write(tree));
              }
            });
    return struct.build();
  }

  public Value write(Tree tree) {
    if (tree instanceof Scalar s) {
      return with(s.marks(), scalar(s.value()));
    }
    if (tree instanceof Items l) {
      var list = ListValue.newBuilder();
      l.items().forEach(item -> list.addValues(write(item)));
      return with(l.marks(), Value.newBuilder().setListValue(list).build());
    }
    if (tree instanceof Fields f) {
      return with(f.marks(), object(write(f)));
    }
    return unknown(tree.marks());
  }

  private Value with(Marks marks, Value value) {
    return marks.none() ? value : marked(marks, value);
  }

  private static Value scalar(Object value) {
    if (value instanceof String s) {
      return text(s);
    }
    return value instanceof Boolean b
        ? bool(b)
        : Value.newBuilder().setNumberValue(((Number) value).doubleValue()).build();
  }

  public static Value secret(Value value) {
    return object(
        Struct.newBuilder()
            .putFields(Wire.SIGNATURE, text(Wire.SECRET))
            .putFields(Wire.VALUE, value)
            .build());
  }

  public static Value output(Marks marks, Struct.Builder output) {
    output.putFields(Wire.SIGNATURE, text(Wire.OUTPUT));
    if (marks.secret()) {
      output.putFields(Wire.IS_SECRET, bool(true));
    }
    if (!marks.origins().isEmpty()) {
      var urns = ListValue.newBuilder();
      UrnOrigin.urns(marks).forEach(urn -> urns.addValues(text(urn)));
      output.putFields(Wire.DEPENDENCIES, Value.newBuilder().setListValue(urns).build());
    }
    return object(output.build());
  }

  public static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value bool(boolean value) {
    return Value.newBuilder().setBoolValue(value).build();
  }

  private static Value object(Struct struct) {
    return Value.newBuilder().setStructValue(struct).build();
  }
}
