package io.kubevirtnet.provider.preview;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** The tree of a property value as Pulumi's protocol writes it. */
final class WireTree {
  static final Value UNKNOWN = Value.newBuilder().setStringValue(Constants.UnknownValue).build();
  private static final Marks SECRET = new Marks(true, Set.of());

  private WireTree() {}

  static Fields of(Struct struct) {
    var fields = new LinkedHashMap<String, Tree>();
    struct.getFieldsMap().forEach((k, v) -> of(v).ifPresent(t -> fields.put(k, t)));
    return new Fields(fields, Marks.NONE);
  }

  /** Nothing for null. */
  private static Optional<Tree> of(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> Optional.of(text(value.getStringValue()));
      case NUMBER_VALUE -> Optional.of(Tree.of(number(value.getNumberValue())));
      case BOOL_VALUE -> Optional.of(Tree.of(value.getBoolValue()));
      case LIST_VALUE ->
          Optional.of(
              new Items(
                  value.getListValue().getValuesList().stream()
                      .map(v -> of(v).orElse(Fields.EMPTY))
                      .toList(),
                  Marks.NONE));
      case STRUCT_VALUE -> struct(value.getStructValue());
      case NULL_VALUE, KIND_NOT_SET -> Optional.empty();
    };
  }

  private static Tree text(String text) {
    return text.equals(Constants.UnknownValue) ? new Unknown(Marks.NONE) : Tree.of(text);
  }

  private static Object number(double number) {
    return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE
        ? (Object) (int) number
        : (Object) number;
  }

  private static Optional<Tree> struct(Struct struct) {
    var signature = struct.getFieldsOrDefault(Constants.SpecialSigKey, Value.getDefaultInstance());
    return switch (signature.getStringValue()) {
      case "" -> Optional.of(of(struct));
      case Constants.SpecialSecretSig -> held(struct).map(t -> t.marked(SECRET));
      case Constants.SpecialOutputSig -> output(struct);
      case Constants.SpecialResourceSig ->
          Optional.of(Tree.of(field(struct, Constants.ResourceUrnName).getStringValue()));
      default -> Optional.of(Tree.of("[asset]"));
    };
  }

  private static Optional<Tree> output(Struct struct) {
    var marks = field(struct, Constants.SecretName).getBoolValue() ? SECRET : Marks.NONE;
    return struct.containsFields(Constants.SecretValueName)
        ? held(struct).map(t -> t.marked(marks))
        : Optional.of(new Unknown(marks));
  }

  private static Optional<Tree> held(Struct struct) {
    return of(field(struct, Constants.SecretValueName));
  }

  private static Value field(Struct struct, String name) {
    return struct.getFieldsOrDefault(name, Value.getDefaultInstance());
  }
}
