package io.kubevirtnet.provider.plan;

import static java.util.stream.Collectors.joining;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Values in one line; nothing secret. */
final class Shown {
  static final String NONE = "(none)";
  static final String OPEN = "(known after apply)";

  private static final String AS_IT_WAS = "(as it was)";
  private static final String ANOTHER = "(another)";
  private static final int LONGEST = 100;

  /** Texts that would be taken for something else without quotes. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("|true|false|null|[-+]?[0-9.]+([eE][-+]?[0-9]+)?|\\(.*|\\[.*|\\{.*|.*\\s");

  private Shown() {}

  /** What stood there, and what will. */
  record Pair(String before, String after) {}

  static Pair pair(String path, Optional<Tree> old, Optional<Tree> now) {
    boolean guestData = Secrecy.isGuestData(path);
    var before = guestData && old.isPresent() ? AS_IT_WAS : of(old);
    var after = guestData && isKnown(now) ? ANOTHER : of(now);
    boolean toldApart = !before.equals(after) || isSecret(old) || isSecret(now);
    return toldApart ? new Pair(before, after) : new Pair(AS_IT_WAS, ANOTHER);
  }

  private static boolean isKnown(Optional<Tree> tree) {
    return tree.filter(t -> !t.hasUnknown()).isPresent();
  }

  private static boolean isSecret(Optional<Tree> tree) {
    return tree.filter(t -> t.allMarks().secret()).isPresent();
  }

  private static String of(Optional<Tree> tree) {
    var text = tree.map(Shown::text).orElse(NONE);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static String text(Tree tree) {
    if (tree instanceof Fields f) {
      return new TreeMap<>(f.fields())
          .entrySet().stream()
              .map(e -> e.getKey() + ": " + text(e.getValue()))
              .collect(joining(", ", "{", "}"));
    }
    if (tree instanceof Items l) {
      return l.items().stream().map(Shown::text).collect(joining(", ", "[", "]"));
    }
    if (tree.marks().secret()) {
      return Part.SECRET;
    }
    if (tree instanceof Null) {
      return "null";
    }
    return tree instanceof Scalar s ? text(s) : OPEN;
  }

  private static String text(Scalar scalar) {
    var text = Scalars.text(scalar).replaceAll("\\R", "⏎");
    return scalar.value() instanceof String && AMBIGUOUS.matcher(text).matches()
        ? "\"" + text + "\""
        : text;
  }
}
