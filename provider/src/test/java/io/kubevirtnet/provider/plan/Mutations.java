package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Objects that somebody changed somewhere; the same for the same seed. */
final class Mutations {
  private static final List<Object> VALUES =
      List.of("", "br1", "br9", "eth1", "1", "2Gi", "a/b~c", 0, 1, 100, 4095, -1, 1.5, true, false);

  private final Random random;
  private final boolean opens;

  /**
   * @param opens some of what they change is not known then
   */
  Mutations(long seed, boolean opens) {
    this.random = new Random(seed);
    this.opens = opens;
  }

  KubernetesObject of(KubernetesObject object) {
    var fields = new LinkedHashMap<>(object.fields().fields());
    for (var part : List.of("metadata", "spec")) {
      if (fields.containsKey(part)) {
        fields.put(part, part(part, fields.get(part)));
      }
    }
    return KubernetesObject.of(new Fields(fields, Marks.NONE)).orElseThrow();
  }

  /** Names stay, so that it is the same object. */
  private Tree part(String name, Tree part) {
    var changed = tree(part);
    if (!name.equals("metadata") || !(part instanceof Fields old)) {
      return changed;
    }
    var fields =
        new LinkedHashMap<>(changed instanceof Fields f ? f.fields() : Map.<String, Tree>of());
    for (var key : List.of("name", "namespace")) {
      fields.remove(key);
      old.get(key).ifPresent(v -> fields.put(key, v));
    }
    return new Fields(fields, Marks.NONE);
  }

  private Tree tree(Tree tree) {
    if (random.nextInt(40) == 0) {
      return value();
    }
    if (tree instanceof Fields f) {
      return fields(f);
    }
    if (tree instanceof Items l) {
      return items(l);
    }
    return tree instanceof Scalar && random.nextInt(15) == 0 ? value() : tree;
  }

  private Tree value() {
    if (opens && random.nextInt(4) == 0) {
      return new Unknown(Marks.NONE);
    }
    return random.nextInt(8) == 0
        ? Tree.items(1, "x", Tree.of("name", "x"))
        : Tree.of(VALUES.get(random.nextInt(VALUES.size())));
  }

  private Tree fields(Fields fields) {
    var changed = new LinkedHashMap<String, Tree>();
    fields
        .fields()
        .forEach(
            (name, value) -> {
              if (random.nextInt(25) > 0) {
                changed.put(name, tree(value));
              }
            });
    if (random.nextInt(15) == 0) {
      changed.put("extra/~" + random.nextInt(3), value());
    }
    return new Fields(changed, Marks.NONE);
  }

  private Tree items(Items list) {
    var items = new ArrayList<Tree>();
    for (var item : list.items()) {
      if (random.nextInt(12) > 0) {
        items.add(tree(item));
      }
      if (random.nextInt(20) == 0) {
        items.add(tree(item));
      }
    }
    if (random.nextInt(6) == 0) {
      Collections.shuffle(items, random);
    }
    return new Items(items, Marks.NONE);
  }

  /** The same objects, and the same fields in them, in another order. */
  List<KubernetesObject> shuffled(List<KubernetesObject> objects) {
    var shuffled = new ArrayList<KubernetesObject>();
    objects.forEach(
        o ->
            shuffled.add(
                new KubernetesObject(
                    o.apiVersion(), o.reference(), (Fields) shuffled(o.fields()))));
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private Tree shuffled(Tree tree) {
    if (tree instanceof Fields f) {
      var entries = new ArrayList<>(f.fields().entrySet());
      Collections.shuffle(entries, random);
      var fields = new LinkedHashMap<String, Tree>();
      entries.forEach(e -> fields.put(e.getKey(), shuffled(e.getValue())));
      return new Fields(fields, f.marks());
    }
    return tree instanceof Items l
        ? new Items(l.items().stream().map(this::shuffled).toList(), l.marks())
        : tree;
  }
}
