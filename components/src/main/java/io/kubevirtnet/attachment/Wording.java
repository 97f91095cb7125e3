package io.kubevirtnet.attachment;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a CNI config as it is written down, in the order in which it is printed.
 *
 * @param inputs for places in the config the input that says what stands there, whether or not the
 *     author gave one: what is wrong because a key is missing is said there
 */
record Wording(Fields config, Map<String, PropertyPath> inputs) {
  static final Wording EMPTY = new Wording(Fields.EMPTY, Map.of());

  Wording {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  static Wording of(String key, Object value) {
    return EMPTY.with(key, value);
  }

  /** One more key; of an input that was left out only its place is kept. */
  Wording with(String key, Object value) {
    return value instanceof Value<?> input
        ? new Wording(config.with(key, input), inputs).at(key, input.path())
        : new Wording(config.with(key, value), inputs);
  }

  /**
   * A flag that stands there only when it is on, or when nobody knows yet; and when it is a secret
   * or comes from another resource, since the config then depends on it.
   */
  Wording withOn(String key, Value<Boolean> flag) {
    boolean on = flag.known().orElse(flag.isUnknown()) || !flag.marks().none();
    return on ? with(key, flag) : at(key, flag.path());
  }

  /** An object below a key. */
  Wording withPart(String key, Wording part, PropertyPath input) {
    return with(key, part.config()).at(key, input).placesOf(key + ".", part);
  }

  /** A list of objects, each from an input of its own. */
  <S> Wording withList(String key, Value<List<Value<S>>> list, Function<S, Wording> entry) {
    if (list.known().isEmpty()) {
      return with(key, list);
    }
    var wording = at(key, list.path());
    var items = new ArrayList<Tree>();
    for (var item : list.known().get()) {
      var part = item.known().map(entry).orElse(EMPTY);
      wording = wording.placesOf(key + "[" + items.size() + "].", part);
      items.add(item.isUnknown() ? Tree.of(item) : part.config().marked(item.marks()));
    }
    return wording.with(key, new Items(items, list.marks()));
  }

  /** Everything of another one after this. */
  Wording and(Wording other) {
    var fields = new LinkedHashMap<>(config.fields());
    fields.putAll(other.config().fields());
    return new Wording(new Fields(fields, config.marks()), inputs).placesOf("", other);
  }

  /** Remembers where what stands at a place comes from. */
  Wording at(String place, PropertyPath input) {
    var places = new LinkedHashMap<>(inputs);
    places.put(place, input);
    return new Wording(config, places);
  }

  /** The places of a part, which stands behind the prefix. */
  Wording placesOf(String prefix, Wording part) {
    var places = new LinkedHashMap<>(inputs);
    part.inputs().forEach((place, input) -> places.put(prefix + place, input));
    return new Wording(config, places);
  }

  /**
   * The same with all that its values know of inputs said by their places: then a thing as a whole
   * stands for the input that it comes from, not for the first value in it.
   */
  Wording byPlaces() {
    var places = new LinkedHashMap<>(inputs);
    var bare = (Fields) bare(config, PropertyPath.ROOT, places);
    return new Wording(bare, places);
  }

  private static Tree bare(Tree tree, PropertyPath place, Map<String, PropertyPath> places) {
    if (tree instanceof Scalar leaf) {
      leaf.written().ifPresent(input -> places.put(place.text(), input));
      return new Scalar(leaf.value(), leaf.marks());
    }
    if (tree.allMarks().secret() && !place.equals(PropertyPath.ROOT)) {
      // The place may hold a secret key; where a leaf was written never does.
      firstWritten(tree).ifPresent(input -> places.putIfAbsent(place.text(), input));
    }
    if (tree instanceof Fields object) {
      var fields = new LinkedHashMap<String, Tree>();
      object.fields().forEach((k, v) -> fields.put(k, bare(v, place.child(k), places)));
      return new Fields(fields, object.marks());
    }
    if (tree instanceof Items list) {
      var items = new ArrayList<Tree>();
      for (int i = 0; i < list.items().size(); i++) {
        items.add(bare(list.items().get(i), place.index(i), places));
      }
      return new Items(items, list.marks());
    }
    return tree;
  }

  private static Optional<PropertyPath> firstWritten(Tree tree) {
    return tree instanceof Scalar leaf
        ? leaf.written()
        : tree.parts().map(Wording::firstWritten).flatMap(Optional::stream).findFirst();
  }

  /** The input for a place in the config: its own, else that of the nearest thing around it. */
  PropertyPath input(String place, PropertyPath otherwise) {
    for (var at = place; !at.isEmpty(); at = around(at)) {
      var input = inputs.get(at);
      if (input != null) {
        return input;
      }
    }
    return otherwise;
  }

  private static String around(String place) {
    int end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
    return end < 0 ? "" : place.substring(0, end);
  }
}
