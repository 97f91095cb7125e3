package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.plan.Difference.Kind;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What an object says differently than another one of its kind, place by place. */
final class FieldDiff {
  private final String kind;
  private final Sameness sameness;
  private final List<Difference> found = new ArrayList<>();

  private FieldDiff(String kind) {
    this.kind = kind;
    this.sameness = new Sameness(kind);
  }

  /** In the order of the names, and of the new list's items. */
  static List<Difference> between(String kind, Fields before, Fields after) {
    var diff = new FieldDiff(kind);
    diff.fields("", before, after);
    return List.copyOf(diff.found);
  }

  private void compare(String path, Optional<Tree> old, Optional<Tree> now) {
    if (old.isPresent() && now.isPresent()) {
      if (Sameness.identical(old.get(), now.get())) {
        return;
      }
      if (old.get() instanceof Fields a && now.get() instanceof Fields b) {
        fields(path, a, b);
        return;
      }
      if (old.get() instanceof Items a && now.get() instanceof Items b) {
        items(path, a, b);
        return;
      }
    }
    boolean words =
        old.isPresent() && now.isPresent() && sameness.alike(path, old.get(), now.get());
    note(path, old, now, words ? Kind.WORDS : Kind.VALUE);
  }

  private void note(String path, Optional<Tree> old, Optional<Tree> now, Kind what) {
    found.add(new Difference(path, old, now, what));
  }

  private void fields(String path, Fields a, Fields b) {
    var names = new TreeSet<>(a.fields().keySet());
    names.addAll(b.fields().keySet());
    names.forEach(
        name -> compare(new PropertyPath(path).child(name).text(), a.get(name), b.get(name)));
  }

  private void items(String path, Items a, Items b) {
    Identity.of(a, b).ifPresentOrElse(i -> known(path, a, b, i), () -> alike(path, a, b));
  }

  private void known(String path, Items a, Items b, Identity identity) {
    var old = byLabel(a, identity);
    var now = byLabel(b, identity);
    var stayed = new LinkedHashSet<>(old.keySet());
    stayed.retainAll(now.keySet());
    var order = new LinkedHashSet<>(now.keySet());
    order.retainAll(old.keySet());
    if (!List.copyOf(stayed).equals(List.copyOf(order))) {
      order(path, labels(stayed), labels(order));
    }
    now.forEach(
        (label, item) ->
            compare(
                path + "[" + label + "]", Optional.ofNullable(old.get(label)), Optional.of(item)));
    old.forEach(
        (label, item) -> {
          if (!now.containsKey(label)) {
            note(path + "[" + label + "]", Optional.of(item), Optional.empty(), Kind.VALUE);
          }
        });
  }

  private static Map<String, Tree> byLabel(Items list, Identity identity) {
    var items = new LinkedHashMap<String, Tree>();
    list.items().forEach(i -> items.put(identity.label(i).orElseThrow(), i));
    return items;
  }

  private static Tree labels(LinkedHashSet<String> labels) {
    return Tree.of(List.copyOf(labels));
  }

  private void order(String path, Tree old, Tree now) {
    note(
        path,
        Optional.of(old),
        Optional.of(now),
        ListOrder.matters(kind, path) ? Kind.ORDER : Kind.IDLE_ORDER);
  }

  /** By what they are; of what is left, the first is compared with the first. */
  private void alike(String path, Items a, Items b) {
    var gone = new ArrayList<>(a.items());
    var added = new ArrayList<Integer>();
    for (int i = 0; i < b.items().size(); i++) {
      var item = b.items().get(i);
      var twin = gone.stream().filter(o -> Sameness.identical(o, item)).findFirst();
      if (twin.isEmpty()) {
        added.add(i);
      } else {
        gone.remove(twin.get());
      }
    }
    if (gone.isEmpty() && added.isEmpty()) {
      order(path, a, b);
      return;
    }
    for (int n = 0; n < Math.max(gone.size(), added.size()); n++) {
      var old = n < gone.size() ? Optional.of(gone.get(n)) : Optional.<Tree>empty();
      var now =
          n < added.size() ? Optional.of(b.items().get(added.get(n))) : Optional.<Tree>empty();
      if (isValue(old) && isValue(now)) {
        old.ifPresent(o -> note(single(path, o), Optional.of(o), Optional.empty(), Kind.VALUE));
        now.ifPresent(w -> note(single(path, w), Optional.empty(), Optional.of(w), Kind.VALUE));
      } else {
        int place = n < added.size() ? added.get(n) : a.items().indexOf(gone.get(n));
        compare(path + "[" + place + "]", old, now);
      }
    }
  }

  private static boolean isValue(Optional<Tree> tree) {
    return tree.isEmpty() || tree.get() instanceof Scalar && !tree.get().marks().secret();
  }

  /** A value in a list is its own name. */
  private static String single(String path, Tree value) {
    return path + "[" + Scalars.text(value) + "]";
  }
}
