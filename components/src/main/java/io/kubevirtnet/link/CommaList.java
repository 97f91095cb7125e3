package io.kubevirtnet.link;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.List;

/** Texts in one, with commas, as the platform takes lists; unknown as soon as one of them is. */
public final class CommaList {
  private CommaList() {}

  public static Value<Tree> of(Value<List<Value<String>>> texts) {
    return texts.map(CommaList::joined);
  }

  private static Tree joined(List<Value<String>> texts) {
    var marks = Marks.all(texts.stream().map(Value::marks));
    return texts.stream().anyMatch(Value::isUnknown)
        ? new Unknown(marks)
        : new Scalar(
            String.join(",", texts.stream().flatMap(t -> t.known().stream()).toList()), marks);
  }
}
