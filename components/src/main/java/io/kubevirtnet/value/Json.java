package io.kubevirtnet.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;

/** A tree inside a string, as the config of a NetworkAttachmentDefinition is. */
public final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** Compact JSON in the order of the fields; unknown as a whole as soon as one leaf is. */
  public static Tree text(Tree tree) {
    var marks = tree.allMarks();
    return tree.hasUnknown() ? new Unknown(marks) : new Scalar(print(tree.plain()), marks);
  }

  private static String print(Object plain) {
    try {
      return MAPPER.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
