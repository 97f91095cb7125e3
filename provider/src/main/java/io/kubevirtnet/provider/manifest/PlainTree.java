package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tree of what a YAML or JSON parser gives. Null counts as left out, as in the API server. */
final class PlainTree {
  private PlainTree() {}

  static Optional<Tree> of(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> map) {
      var fields = new LinkedHashMap<String, Tree>();
      map.forEach((k, v) -> of(v).ifPresent(t -> fields.put(String.valueOf(k), t)));
      return Optional.of(new Fields(fields, Marks.NONE));
    }
    if (value instanceof List<?> list) {
      List<Tree> items = list.stream().map(x -> of((Object) x).orElse(Fields.EMPTY)).toList();
      return Optional.of(new Items(items, Marks.NONE));
    }
    return Optional.of(new Scalar(scalar(value), Marks.NONE));
  }

  private static Object scalar(Object value) {
    if (value instanceof Boolean || value instanceof Integer || value instanceof Double) {
      return value;
    }
    if (value instanceof Number n) {
      return n.doubleValue();
    }
    return value instanceof Date d ? d.toInstant().toString() : String.valueOf(value);
  }
}
