package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of single values and lists. */
final class Kinds {
  private static final String BOOLEAN = "Need to be boolean: 1|0|true|false|yes|no|on|off|y|n";
  private static final Set<String> YES = Set.of("1", "true", "yes", "on", "y");
  private static final Set<String> NO = Set.of("0", "false", "no", "off", "n");

  private Kinds() {}

  /** A string; numbers are none. */
  static final Kind TEXT = new Text(false);

  /** A string, outside of interfaces: there a plain number or word is read as it is written. */
  static final Kind PLAIN_TEXT = new Text(true);

  static final Kind STRICT_FLAG = new Flag(false);
  static final Kind FLAG = new Flag(true);
  static final Kind U8 = new Whole(8, false);
  static final Kind U16 = new Whole(16, false);
  static final Kind U32 = new Whole(32, false);
  static final Kind U64 = new Whole(64, false);
  static final Kind LOOSE_U8 = new LooseWhole(0, 255, false);
  static final Kind LOOSE_U16 = new LooseWhole(0, 65535, false);
  static final Kind LOOSE_U32 = new LooseWhole(0, 0xffffffffL, false);
  static final Kind LOOSE_U64 = new LooseWhole(0, Long.MAX_VALUE, false);
  static final Kind LOOSE_I32 = new LooseWhole(Integer.MIN_VALUE, Integer.MAX_VALUE, true);
  static final Kind LOOSE_I64 = new LooseWhole(Long.MIN_VALUE, Long.MAX_VALUE, true);

  static Kind list(Kind of) {
    return new Listing(of);
  }

  private record Text(boolean plain) implements Kind {
    @Override
    public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
      if (tree instanceof Scalar s && (plain || s.value() instanceof String)) {
        return Optional.of(Scalars.like(tree, Scalars.text(tree)));
      }
      return reading.wrongType(tree, path, this);
    }

    @Override
    public String expected() {
      return "a string";
    }
  }

  private record Flag(boolean loose) implements Kind {
    @Override
    public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
      if (tree instanceof Scalar s && s.value() instanceof Boolean) {
        return Optional.of(tree);
      }
      var number = Scalars.whole(tree);
      boolean word = tree instanceof Scalar s && s.value() instanceof String;
      if (!loose || !word && (number.isEmpty() || number.getAsLong() < 0)) {
        return reading.wrongType(tree, path, this);
      }
      var text = Scalars.text(tree).toLowerCase(Locale.ROOT);
      if (YES.contains(text) || NO.contains(text)) {
        return Optional.of(Scalars.like(tree, YES.contains(text)));
      }
      return reading.refuse(
          ShapeCatalogue.WRONG_TYPE,
          tree,
          path,
          ParserWords.shown(tree) + " is neither yes nor no.",
          BOOLEAN);
    }

    @Override
    public String expected() {
      return loose ? BOOLEAN : "a boolean";
    }
  }

  /** A number that must be written as one. */
  private record Whole(int bits, boolean signed) implements Kind {
    @Override
    public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
      var number = Scalars.whole(tree);
      if (number.isEmpty()) {
        return reading.wrongType(tree, path, this);
      }
      long value = number.getAsLong();
      boolean fits = value >= 0 && (bits >= 64 || value < 1L << bits);
      return fits
          ? Optional.of(Scalars.like(tree, value))
          : reading.refuse(
              ShapeCatalogue.NUMBER,
              tree,
              path,
              ParserWords.shown(tree) + " is out of range.",
              "invalid value: " + ParserWords.unexpected(tree) + ", expected " + expected());
    }

    @Override
    public String expected() {
      return (signed ? "i" : "u") + bits;
    }
  }

  /** A number, or a string that holds one. */
  private record LooseWhole(long min, long max, boolean signed) implements Kind {
    @Override
    public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
      var number = Scalars.whole(tree);
      if (number.isPresent() && (signed || number.getAsLong() >= 0)) {
        return inRange(tree, number.getAsLong(), path, reading);
      }
      if (tree instanceof Scalar s && s.value() instanceof String text) {
        var parsed = WholeText.parse(text, signed);
        return parsed.problem().isPresent()
            ? reading.refuse(
                ShapeCatalogue.NUMBER,
                tree,
                path,
                ParserWords.shown(tree) + " is no number that fits here.",
                parsed.problem().get())
            : inRange(tree, parsed.value(), path, reading);
      }
      return reading.wrongType(tree, path, this);
    }

    private Optional<Tree> inRange(Tree tree, long value, PropertyPath path, Reading reading) {
      return value >= min && value <= max
          ? Optional.of(Scalars.like(tree, value))
          : reading.refuse(
              ShapeCatalogue.NUMBER,
              tree,
              path,
              ParserWords.shown(tree) + " is not within " + min + " to " + max + ".",
              "out of range integral type conversion attempted");
    }

    @Override
    public String expected() {
      return signed ? "signed integer or string" : "unsigned integer or string";
    }
  }

  private record Listing(Kind of) implements Kind {
    @Override
    public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
      if (!(tree instanceof Items list)) {
        return reading.wrongType(tree, path, this);
      }
      var items = new java.util.ArrayList<Tree>();
      for (int i = 0; i < list.items().size(); i++) {
        reading.read(of, list.items().get(i), path.index(i)).ifPresent(items::add);
      }
      return Optional.of(new Items(List.copyOf(items), list.marks()));
    }

    @Override
    public String expected() {
      return "a sequence";
    }
  }
}
