package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A live object as far as the new declaration has a say in it. Who applies an object leaves fields
 * alone that he neither states nor has stated before: servers, webhooks and controllers filled them
 * in. Lists go as a whole, and so do their items, but for what the record of the last declaration
 * shows to be filled in.
 */
final class LiveSide {
  private LiveSide() {}

  static KubernetesObject of(KubernetesObject live, KubernetesObject now) {
    var applied = Declared.lastApplied(live);
    var declared = Declared.of(live);
    var owned = stated(declared.fields(), now.fields(), applied, false);
    return new KubernetesObject(declared.apiVersion(), declared.reference(), (Fields) owned);
  }

  private static Tree stated(Tree live, Tree now, Optional<Tree> applied, boolean inList) {
    if (live instanceof Fields l && now instanceof Fields n) {
      return fields(l, n, applied, inList);
    }
    if (live instanceof Items l && now instanceof Items n) {
      return items(l, n, applied);
    }
    return live;
  }

  private static Fields fields(Fields live, Fields now, Optional<Tree> applied, boolean inList) {
    var kept = new LinkedHashMap<String, Tree>();
    live.fields()
        .forEach(
            (name, value) -> {
              var before = applied.flatMap(a -> Declared.field(a, name));
              var next = now.get(name);
              if (next.isPresent()) {
                kept.put(name, stated(value, next.get(), before, inList));
              } else if (before.isPresent()) {
                kept.put(name, stated(value, before.get(), before, inList));
              } else if (inList && applied.isEmpty()) {
                kept.put(name, value);
              }
            });
    return new Fields(kept, live.marks());
  }

  private static Items items(Items live, Items now, Optional<Tree> applied) {
    var old = applied.filter(Items.class::isInstance).map(Items.class::cast);
    var identity = Identity.of(live, now);
    var kept = new ArrayList<Tree>();
    for (int i = 0; i < live.items().size(); i++) {
      var item = live.items().get(i);
      int at = i;
      var partner =
          identity
              .flatMap(id -> partner(id, item, now.items()))
              .or(() -> identity.isPresent() ? Optional.empty() : nth(now.items(), at));
      var before =
          old.flatMap(
              o ->
                  identity.isPresent()
                      ? identity.flatMap(id -> partner(id, item, o.items()))
                      : nth(o.items(), at));
      kept.add(partner.map(p -> stated(item, p, before, true)).orElse(item));
    }
    return new Items(kept, live.marks());
  }

  private static Optional<Tree> partner(Identity identity, Tree item, List<Tree> items) {
    var label = identity.label(item);
    return items.stream().filter(i -> identity.label(i).equals(label)).findFirst();
  }

  private static Optional<Tree> nth(List<Tree> items, int n) {
    return n < items.size() ? Optional.of(items.get(n)) : Optional.empty();
  }
}
