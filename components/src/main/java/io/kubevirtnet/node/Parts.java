package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is inside a tree, taken as what it should be; something else counts as not there. */
final class Parts {
  private Parts() {}

  static Optional<Fields> fields(Optional<Tree> tree) {
    return tree.filter(Fields.class::isInstance).map(Fields.class::cast);
  }

  /** The object there; an empty one when there is none. */
  static Fields object(Fields in, String... path) {
    var at = in;
    for (var step : path) {
      at = fields(at.get(step)).orElse(Fields.EMPTY);
    }
    return at;
  }

  static List<Tree> list(Fields in, String key) {
    return in.get(key).orElse(Fields.EMPTY) instanceof Items l ? l.items() : List.of();
  }

  static List<Fields> objects(Fields in, String key) {
    return list(in, key).stream().filter(Fields.class::isInstance).map(Fields.class::cast).toList();
  }

  static Optional<String> text(Fields in, String key) {
    return in.get(key).flatMap(Parts::text);
  }

  static Optional<String> text(Tree tree) {
    return tree instanceof Scalar s ? Optional.of(Lenient.text(s.value())) : Optional.empty();
  }

  static boolean isTrue(Fields in, String key) {
    return text(in, key).filter(Lenient::isTrue).isPresent();
  }

  static Fields without(Fields in, String... keys) {
    return without(in, Set.copyOf(Arrays.asList(keys)));
  }

  static Fields without(Fields in, Set<String> keys) {
    if (in.fields().keySet().stream().noneMatch(keys::contains)) {
      return in;
    }
    var rest = new LinkedHashMap<>(in.fields());
    rest.keySet().removeAll(keys);
    return new Fields(rest, in.marks());
  }

  static Fields only(Fields in, Set<String> keys) {
    var rest = new LinkedHashMap<>(in.fields());
    rest.keySet().retainAll(keys);
    return new Fields(rest, in.marks());
  }
}
