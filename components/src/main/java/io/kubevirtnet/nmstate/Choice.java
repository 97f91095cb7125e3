package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of some words.
 *
 * @param options each with the names it goes by, the first being the one that is kept
 * @param numbers a number counts as the word of its digits
 * @param open other words are taken as they are
 * @param plain outside of interfaces, where any plain value is read as the word it is written as
 */
record Choice(String type, List<List<String>> options, boolean numbers, boolean open, boolean plain)
    implements Kind {

  Choice(String type, List<List<String>> options, boolean numbers) {
    this(type, options, numbers, false, false);
  }

  static Choice of(String type, String... words) {
    return new Choice(type, Stream.of(words).map(List::of).toList(), false);
  }

  /** Some words outside of interfaces. */
  static Choice plain(String type, String... words) {
    return new Choice(type, Stream.of(words).map(List::of).toList(), false, false, true);
  }

  /** Words that have numbers, too, counted from zero. */
  static Choice numbered(String type, String... words) {
    var options = new ArrayList<List<String>>();
    for (int i = 0; i < words.length; i++) {
      options.add(List.of(words[i], Integer.toString(i)));
    }
    return new Choice(type, List.copyOf(options), true);
  }

  /** A few known words among any. */
  static Choice open(String type, List<List<String>> options) {
    return new Choice(type, options, false, true, false);
  }

  @Override
  public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
    boolean word = tree instanceof Scalar s && (plain || s.value() instanceof String);
    if (!open && !numbers && !plain && tree instanceof Fields fields) {
      return ofMap(fields, path, reading);
    }
    if (!word && !(numbers && Scalars.whole(tree).orElse(-1) >= 0)) {
      return open
          ? reading.refuse(
              ShapeCatalogue.WRONG_TYPE,
              tree,
              path,
              ParserWords.shown(tree) + " is no word.",
              "data did not match any variant of untagged enum " + type)
          : reading.wrongType(tree, path, this);
    }
    var text = Scalars.text(tree);
    var found = options.stream().filter(o -> o.contains(text)).findFirst();
    if (found.isPresent() || open) {
      return Optional.of(Scalars.like(tree, found.map(o -> o.get(0)).orElse(text)));
    }
    return unknown(tree, path, tree.marks().secret() ? Part.SECRET : text, reading);
  }

  private Optional<Tree> unknown(Tree tree, PropertyPath path, String shown, Reading reading) {
    return reading.refuse(
        ShapeCatalogue.CHOICE,
        tree,
        path,
        "\"" + shown + "\" is none of " + String.join(", ", kept()) + ".",
        "unknown variant `" + shown + "`" + ParserWords.expecting(names()));
  }

  /** The key of a single setting counts as the word. */
  private Optional<Tree> ofMap(Fields fields, PropertyPath path, Reading reading) {
    var keys = List.copyOf(fields.fields().keySet());
    return keys.size() == 1
        ? unknown(fields, path, keys.get(0), reading)
        : reading.refuse(
            ShapeCatalogue.WRONG_TYPE,
            fields,
            path,
            "A group of settings is no word.",
            "invalid value: map, expected map with a single key");
  }

  @Override
  public String expected() {
    if (plain) {
      return "a YAML tag starting with '!'";
    }
    return numbers ? "unsigned integer or string" : "string or map";
  }

  private List<String> kept() {
    return options.stream().map(o -> o.get(0)).toList();
  }

  private List<String> names() {
    return options.stream().flatMap(o -> o.stream().sorted()).toList();
  }
}
