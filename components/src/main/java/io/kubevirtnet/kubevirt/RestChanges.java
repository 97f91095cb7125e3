package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What changes in the spec of a machine besides its cards. Disks and volumes are another matter,
 * except for the network data in them.
 */
final class RestChanges {
  private static final Set<String> PLACEMENT = Set.of("nodeSelector", "affinity", "tolerations");
  private static final List<String> CLOUD_INIT =
      List.of("cloudInitNoCloud", "cloudInitConfigDrive");
  private static final List<String> NETWORK_DATA =
      List.of("networkData", "networkDataBase64", "networkDataSecretRef");
  private static final String DEVICES = "devices";
  private static final String DOMAIN = "domain";

  private final CardEffects effects;
  private final Movement movement;
  private final boolean liveUpdate;
  private final List<FieldChange> changes = new ArrayList<>();

  private RestChanges(CardEffects effects, Movement movement, boolean liveUpdate) {
    this.effects = effects;
    this.movement = movement;
    this.liveUpdate = liveUpdate;
  }

  static List<FieldChange> between(
      Machine before,
      Machine after,
      CardEffects effects,
      Movement movement,
      ClusterConfiguration config) {
    var changes = new RestChanges(effects, movement, config.isLiveUpdate());
    var b = before.spec();
    var a = after.spec();
    changes.fields("", b, a, Set.of("networks", DOMAIN, "volumes"));
    changes.fields("domain.", b.get(DOMAIN), a.get(DOMAIN), Set.of(DEVICES, "cpu", "memory"));
    changes.fields("domain.cpu.", b.get(DOMAIN, "cpu"), a.get(DOMAIN, "cpu"), Set.of());
    changes.fields("domain.memory.", b.get(DOMAIN, "memory"), a.get(DOMAIN, "memory"), Set.of());
    changes.fields(
        "domain.devices.",
        b.get(DOMAIN, DEVICES),
        a.get(DOMAIN, DEVICES),
        Set.of("interfaces", "disks"));
    changes.networkData(b.get("volumes"), a.get("volumes"));
    return changes.changes;
  }

  private void fields(String prefix, Part before, Part after, Set<String> without) {
    var names = new LinkedHashSet<>(names(after));
    names.addAll(names(before));
    names.removeAll(without);
    for (var name : names) {
      var b = before.get(name);
      var a = after.get(name);
      if (!isSame(b.tree(), a.tree())) {
        var outcome = outcome(prefix + name);
        note(prefix + name, a, ShownPart.of(b), ShownPart.of(a), outcome);
      }
    }
  }

  private Outcome outcome(String field) {
    if (liveUpdate && PLACEMENT.contains(field)) {
      return Outcome.of(Effect.LIVE, "It holds for where the machine goes next.");
    }
    if (liveUpdate && (field.equals("domain.cpu.sockets") || field.equals("domain.memory.guest"))) {
      return movement.outcome("It is added to the running machine, whose pod has to grow.");
    }
    return effects.restart("A running machine has this from its start.");
  }

  /** Never shown: there may be passwords of a wireless network in it, or whatever else. */
  private void networkData(Part before, Part after) {
    var old = byName(before);
    byName(after)
        .forEach(
            (name, volume) -> {
              for (var kind : CLOUD_INIT) {
                for (var field : NETWORK_DATA) {
                  var b = Optional.ofNullable(old.get(name)).map(v -> v.get(kind, field));
                  var a = volume.get(kind, field);
                  if (b.isPresent() && !isSame(b.get().tree(), a.tree())) {
                    note(
                        field,
                        a,
                        b.get().isSet() ? "(as it was)" : ShownPart.NONE,
                        a.isOpen() ? ShownPart.OPEN : a.isSet() ? "(another)" : ShownPart.NONE,
                        effects.restart("The guest gets it on a disk that is made at its start."));
                  }
                }
              }
            });
  }

  private void note(String field, Part after, String shownBefore, String shown, Outcome outcome) {
    changes.add(
        new FieldChange(
            Optional.empty(),
            field,
            after.written(),
            shownBefore,
            shown,
            outcome.effect(),
            shown.equals(ShownPart.OPEN) ? "If it differs: " + outcome.reason() : outcome.reason(),
            outcome.advice()));
  }

  private static Map<String, Part> byName(Part list) {
    var named = new TreeMap<String, Part>();
    list.items().forEach(i -> i.get("name").text().ifPresent(n -> named.put(n, i)));
    return named;
  }

  private static Set<String> names(Part part) {
    return part.tree().isPresent() && part.tree().get() instanceof Fields f
        ? f.fields().keySet()
        : Set.of();
  }

  /** Whatever is secret in them, or where it comes from; an empty one is as good as none. */
  private static boolean isSame(Optional<Tree> one, Optional<Tree> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other).map(RestChanges::isEmpty).orElse(true);
    }
    return isSame(one.get(), other.get());
  }

  private static boolean isSame(Tree one, Tree other) {
    if (one instanceof Scalar a && other instanceof Scalar b) {
      return Scalars.text(a).equals(Scalars.text(b));
    }
    if (one instanceof Items a && other instanceof Items b) {
      boolean same = a.items().size() == b.items().size();
      for (int i = 0; same && i < a.items().size(); i++) {
        same = isSame(a.items().get(i), b.items().get(i));
      }
      return same;
    }
    if (one instanceof Fields a && other instanceof Fields b) {
      var names = new LinkedHashSet<>(a.fields().keySet());
      names.addAll(b.fields().keySet());
      return names.stream().allMatch(n -> isSame(a.get(n), b.get(n)));
    }
    return one instanceof Unknown && other instanceof Unknown;
  }

  private static boolean isEmpty(Tree tree) {
    return !(tree instanceof Scalar)
        && !(tree instanceof Unknown)
        && tree.parts().findAny().isEmpty();
  }
}
