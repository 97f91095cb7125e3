package io.kubevirtnet.attachment;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A place where two trees differ, and what stands there in each. Elements of lists are matched by
 * what they are, not by their number.
 */
record LeafDiff(String path, Optional<Tree> old, Optional<Tree> now) {
  static final String NONE = "(none)";
  private static final String OPEN = "(known after apply)";
  private static final int LONGEST = 100;

  String before() {
    return shown(old);
  }

  String after() {
    return shown(now);
  }

  static List<LeafDiff> of(Part before, Part after) {
    var found = new ArrayList<LeafDiff>();
    compare(after.path(), before.tree(), after.tree(), found);
    return found;
  }

  private static void compare(
      PropertyPath path, Optional<Tree> old, Optional<Tree> now, List<LeafDiff> found) {
    if (old.equals(now)) {
      return;
    }
    if (old.isPresent() && now.isPresent()) {
      if (old.get() instanceof Fields a && now.get() instanceof Fields b) {
        fields(path, a, b, found);
        return;
      }
      if (old.get() instanceof Items a && now.get() instanceof Items b) {
        items(path, a, b, found);
        return;
      }
    }
    found.add(new LeafDiff(path.text(), old, now));
  }

  private static void fields(PropertyPath path, Fields a, Fields b, List<LeafDiff> found) {
    var keys = new TreeSet<>(a.fields().keySet());
    keys.addAll(b.fields().keySet());
    for (var key : keys) {
      compare(path.child(key), a.get(key), b.get(key), found);
    }
  }

  /** What is left of both is compared in its order; without a partner it is new, or gone. */
  private static void items(PropertyPath path, Items a, Items b, List<LeafDiff> found) {
    var gone = new ArrayList<>(a.items());
    var added = new ArrayList<Integer>();
    for (int i = 0; i < b.items().size(); i++) {
      if (!gone.remove(b.items().get(i))) {
        added.add(i);
      }
    }
    if (gone.isEmpty() && added.isEmpty()) {
      found.add(new LeafDiff(path.text(), Optional.of(a), Optional.of(b)));
      return;
    }
    for (int n = 0; n < Math.max(gone.size(), added.size()); n++) {
      var place = n < added.size() ? path.index(added.get(n)) : path;
      compare(
          place,
          n < gone.size() ? Optional.of(gone.get(n)) : Optional.empty(),
          n < added.size() ? Optional.of(b.items().get(added.get(n))) : Optional.empty(),
          found);
    }
  }

  /** Go reads nothing, null, zero, false and the empty text as one and the same. */
  boolean isZeroBothTimes() {
    return isZero(old) && isZero(now);
  }

  private static boolean isZero(Optional<Tree> tree) {
    return tree.isEmpty()
        || tree.get() instanceof Items l && l.items().isEmpty()
        || tree.get() instanceof Fields f
            && f.fields().values().stream().allMatch(v -> isZero(Optional.of(v)))
        || tree.get() instanceof Scalar s && isZero(s.value());
  }

  private static boolean isZero(Object value) {
    return value.equals("") || value.equals(0) || value.equals(false);
  }

  private static String shown(Optional<Tree> tree) {
    var text = tree.map(LeafDiff::text).orElse(NONE);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static String text(Tree tree) {
    if (tree instanceof Fields f) {
      return f.fields().entrySet().stream()
          .map(e -> e.getKey() + ": " + text(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (tree instanceof Items l) {
      return l.items().stream().map(LeafDiff::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (tree.marks().secret()) {
      return Part.SECRET;
    }
    if (tree instanceof Scalar s) {
      var shown = Part.of(PropertyPath.ROOT, s).shown();
      return s.value() instanceof String ? "\"" + shown + "\"" : shown;
    }
    return OPEN;
  }
}
