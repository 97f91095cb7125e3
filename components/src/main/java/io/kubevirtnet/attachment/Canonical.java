package io.kubevirtnet.attachment;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One order for what may come in any: maps of authors have none. */
final class Canonical {
  private Canonical() {}

  static <V> Value<Map<String, V>> sorted(Value<Map<String, V>> map) {
    return map.map(TreeMap::new);
  }

  /** A whole config. */
  static Fields config(Fields config) {
    return ordered(config, "cniVersion", "name", "type", "plugins");
  }

  /** One plugin, or an object inside: its type first. */
  static Fields plugin(Fields plugin) {
    return ordered(plugin, "type");
  }

  private static Fields ordered(Fields fields, String... first) {
    var ordered = new LinkedHashMap<String, Tree>();
    for (var key : first) {
      fields.get(key).ifPresent(t -> ordered.put(key, ordered(t)));
    }
    new TreeMap<>(fields.fields())
        .forEach((key, t) -> ordered.computeIfAbsent(key, k -> ordered(t)));
    return new Fields(ordered, fields.marks());
  }

  private static Tree ordered(Tree tree) {
    if (tree instanceof Fields fields) {
      return plugin(fields);
    }
    return tree instanceof Items list ? new Items(ordered(list.items()), list.marks()) : tree;
  }

  private static List<Tree> ordered(List<Tree> items) {
    return items.stream().map(Canonical::ordered).toList();
  }
}
