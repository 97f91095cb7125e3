package io.kubevirtnet.provider.resource;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.PropertyDiff.Kind;

/** Which inputs changed, down to the leaf. None of them asks for a replacement by itself. */
public final class InputDiff {
  private final Map<String, PropertyDiff> changes = new TreeMap<>();

  private InputDiff() {}

  public static Map<String, PropertyDiff> between(Fields old, Fields now) {
    var diff = new InputDiff();
    diff.fields(old, now, PropertyPath.ROOT);
    return diff.changes;
  }

  private void fields(Fields old, Fields now, PropertyPath path) {
    var names = new LinkedHashSet<>(old.fields().keySet());
    names.addAll(now.fields().keySet());
    for (var name : names) {
      var at = path.child(name);
      var before = old.get(name);
      var after = now.get(name);
      if (before.isEmpty()) {
        note(at, Kind.ADD);
      } else if (after.isEmpty()) {
        note(at, Kind.DELETE);
      } else {
        trees(before.get(), after.get(), at);
      }
    }
  }

  private void trees(Tree old, Tree now, PropertyPath path) {
    if (old instanceof Fields a && now instanceof Fields b) {
      fields(a, b, path);
    } else if (old instanceof Items a && now instanceof Items b) {
      items(a, b, path);
    } else if (now.hasUnknown() || old.hasUnknown() || !old.plain().equals(now.plain())) {
      note(path, Kind.UPDATE);
    }
  }

  private void items(Items old, Items now, PropertyPath path) {
    int both = Math.min(old.items().size(), now.items().size());
    for (int i = 0; i < both; i++) {
      trees(old.items().get(i), now.items().get(i), path.index(i));
    }
    for (int i = both; i < old.items().size(); i++) {
      note(path.index(i), Kind.DELETE);
    }
    for (int i = both; i < now.items().size(); i++) {
      note(path.index(i), Kind.ADD);
    }
  }

  private void note(PropertyPath path, Kind kind) {
    changes.put(path.text(), PropertyDiff.newBuilder().setKind(kind).setInputDiff(true).build());
  }
}
