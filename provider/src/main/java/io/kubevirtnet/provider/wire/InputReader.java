package io.kubevirtnet.provider.wire;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.spec.ShapeRules;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tree of what came over the wire, with secrecy, origins and the unknown at every leaf. */
public final class InputReader {
  private final List<Finding> unreadable = new ArrayList<>();

  private InputReader() {}

  /**
   * What was read.
   *
   * @param tree without the properties that were null, which means left out
   * @param unreadable what can not be read as an input at all
   */
  public record Inputs(Fields tree, List<Finding> unreadable) {
    public Inputs {
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * Reads all properties.
   *
   * @param declared the URNs that each property depends on; what no leaf of it says already holds
   *     for the property as a whole
   */
  public static Inputs read(Struct inputs, Map<String, ? extends List<String>> declared) {
    var reader = new InputReader();
    var fields = new LinkedHashMap<String, Tree>();
    reader
        .fields(inputs, PropertyPath.ROOT)
        .fields()
        .forEach((name, tree) -> fields.put(name, declared(tree, declared.get(name))));
    return new Inputs(new Fields(fields, Marks.NONE), reader.unreadable);
  }

  public static Inputs read(Struct inputs) {
    return read(inputs, Map.of());
  }

  private static Tree declared(Tree tree, @Nullable List<String> urns) {
    if (urns == null) {
      return tree;
    }
    var more = new HashSet<>(urns);
    UrnOrigin.urns(tree.allMarks()).forEach(more::remove);
    return tree.marked(UrnOrigin.marks(false, more));
  }

  /** A null is nothing. */
  private Optional<Tree> read(Value value, PropertyPath path) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> Optional.of(text(value.getStringValue()));
      case NUMBER_VALUE -> Optional.of(number(value.getNumberValue()));
      case BOOL_VALUE -> Optional.of(new Scalar(value.getBoolValue(), Marks.NONE));
      case LIST_VALUE -> Optional.of(items(value.getListValue().getValuesList(), path));
      case STRUCT_VALUE -> object(value.getStructValue(), path);
      case NULL_VALUE, KIND_NOT_SET -> Optional.empty();
    };
  }

  private static Tree text(String text) {
    return Wire.ALL_UNKNOWN.contains(text) ? new Unknown(Marks.NONE) : new Scalar(text, Marks.NONE);
  }

  /** The wire has one kind of number only. */
  private static Tree number(double number) {
    return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE
        ? new Scalar((int) number, Marks.NONE)
        : new Scalar(number, Marks.NONE);
  }

  private Items items(List<Value> values, PropertyPath path) {
    var items = new ArrayList<Tree>();
    for (int i = 0; i < values.size(); i++) {
      var at = path.index(i);
      items.add(read(values.get(i), at).orElseGet(() -> unreadable(at, "null is no entry.")));
    }
    return new Items(items, Marks.NONE);
  }

  private Fields fields(Struct object, PropertyPath path) {
    var fields = new LinkedHashMap<String, Tree>();
    object.getFieldsMap().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e ->
                read(e.getValue(), path.child(e.getKey()))
                    .ifPresent(tree -> fields.put(e.getKey(), tree)));
    return new Fields(fields, Marks.NONE);
  }

  private Optional<Tree> object(Struct object, PropertyPath path) {
    return switch (Wire.signature(object)) {
      case "" -> Optional.of(fields(object, path));
      case Wire.SECRET -> held(object, new Marks(true, Set.of()), path);
      case Wire.OUTPUT -> output(object, path);
      case Wire.RESOURCE -> Optional.of(reference(object, path));
      default -> Optional.of(unreadable(path, "A file or an archive has no meaning here."));
    };
  }

  private Optional<Tree> held(Struct object, Marks marks, PropertyPath path) {
    return read(object.getFieldsOrDefault(Wire.VALUE, Value.getDefaultInstance()), path)
        .map(tree -> tree.marked(marks));
  }

  private Optional<Tree> output(Struct object, PropertyPath path) {
    var fields = object.getFieldsMap();
    var urns =
        fields
            .getOrDefault(Wire.DEPENDENCIES, Value.getDefaultInstance())
            .getListValue()
            .getValuesList()
            .stream()
            .map(Value::getStringValue)
            .toList();
    boolean secret = fields.getOrDefault(Wire.IS_SECRET, Value.getDefaultInstance()).getBoolValue();
    var marks = UrnOrigin.marks(secret, urns);
    return fields.containsKey(Wire.VALUE)
        ? held(object, marks, path)
        : Optional.of(new Unknown(marks));
  }

  /** The id of a resource that stands for itself; components have none, so they are their URN. */
  private Tree reference(Struct object, PropertyPath path) {
    var fields = object.getFieldsMap();
    var urn = fields.getOrDefault(Wire.URN, Value.getDefaultInstance()).getStringValue();
    var id = fields.get(Wire.ID);
    Tree target =
        id == null
            ? new Scalar(urn, Marks.NONE)
            : read(id, path)
                .filter(t -> !(t instanceof Scalar s && s.value().equals("")))
                .orElseGet(() -> new Unknown(Marks.NONE));
    return target.marked(UrnOrigin.marks(false, List.of(urn)));
  }

  /** Reported once, here, and unknown to everyone who comes after. */
  private Tree unreadable(PropertyPath path, String what) {
    unreadable.add(Finding.of(ShapeRules.WRONG_TYPE, path, what, ShapeRules.WRONG_TYPE.fix()));
    return new Unknown(Marks.NONE);
  }
}
