package io.kubevirtnet.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree inside a string, as the config of a NetworkAttachmentDefinition is. */
public final class Json {
  /** Larger ones do not fit a long. */
  private static final double LARGEST = 0x1p63;

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** Compact JSON in the order of the fields; unknown as a whole as soon as one leaf is. */
  public static Tree text(Tree tree) {
    var marks = tree.allMarks();
    return tree.hasUnknown() ? new Unknown(marks) : new Scalar(print(tree.plain()), marks);
  }

  /** What kind of value it is, as Go's messages call it; {@code null} for what is not known. */
  public static String kind(Tree tree) {
    if (tree instanceof Items) {
      return "array";
    }
    if (tree instanceof Scalar s) {
      return s.value() instanceof String
          ? "string"
          : s.value() instanceof Boolean ? "bool" : "number";
    }
    return tree instanceof Unknown ? "null" : "object";
  }

  /** Whole numbers without a point: who reads them as integers takes no {@code 5.0E9}. */
  private static Object integers(Object plain) {
    if (plain instanceof Map<?, ?> fields) {
      var changed = new LinkedHashMap<Object, Object>();
      fields.forEach((k, v) -> changed.put(k, integers(v)));
      return changed;
    }
    if (plain instanceof List<?> items) {
      return items.stream().map(i -> integers((Object) i)).toList();
    }
    return plain instanceof Double d && d == Math.rint(d) && Math.abs(d) < LARGEST
        ? (Object) d.longValue()
        : plain;
  }

  private static String print(Object plain) {
    try {
      return MAPPER.writeValueAsString(integers(plain));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
