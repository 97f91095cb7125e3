package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Networks that go while machines use them, and what of them is there longer. */
final class Losses {
  private static final int MOST_NAMES = 5;

  private final PlanScene scene;
  private final Neighbourhood before;
  private final Neighbourhood after;
  private final Users users;
  private final Draft draft;

  Losses(PlanScene scene, Neighbourhood before, Neighbourhood after, Users users, Draft draft) {
    this.scene = scene;
    this.before = before;
    this.after = after;
    this.users = users;
    this.draft = draft;
  }

  void find(List<Match> matches) {
    definitions(
        matches.stream()
            .filter(m -> m.isGone() && ManifestCheck.isDefinition(m.object()))
            .map(Match::object)
            .toList());
    matches.stream()
        .filter(m -> !m.isNew() && !m.isSame() && BridgeNames.isPolicy(m.object()))
        .forEach(this::policy);
  }

  private void definitions(List<KubernetesObject> gone) {
    if (gone.isEmpty()) {
      return;
    }
    var earlier = Users.in(before.all());
    var stay = after.all().stream().map(KubernetesObject::reference).collect(Collectors.toSet());
    for (var definition : gone) {
      var reference = definition.reference();
      var running =
          earlier.ofDefinition(reference).stream()
              .filter(stay::contains)
              .filter(u -> !facts(u).isStopped())
              .toList();
      var using = new TreeSet<>(Comparator.comparing(ObjectReference::toString));
      using.addAll(users.ofDefinition(reference));
      using.addAll(running);
      if (!using.isEmpty()) {
        draft.add(
            Risk.of(
                Risk.Kind.ATTACHMENT_IN_USE,
                Users.reference(reference),
                CheckedObject.title(reference) + " goes, and is used by " + names(using) + "."));
      }
      left(reference, running);
    }
  }

  private void left(ObjectReference definition, List<ObjectReference> running) {
    var machines = running.stream().filter(r -> !r.kind().equals("KubeVirt")).toList();
    if (!machines.isEmpty()) {
      draft.add(
          new LeftBehind(
              "interfaces on " + Users.reference(definition),
              names(new LinkedHashSet<>(machines)),
              "They go when the machines stop."));
    }
  }

  private MachineFacts facts(ObjectReference machine) {
    return scene.machines().getOrDefault(machine, MachineFacts.UNKNOWN);
  }

  private void policy(Match match) {
    var old = match.old().orElseThrow();
    var bridges = BridgeNames.bridges(old.object());
    bridges.forEach(
        (bridge, ports) -> {
          if (isMadeElsewhere(bridge, match)) {
            return;
          }
          if (goes(bridge, match)) {
            risk(bridge, "Bridge " + bridge + " goes");
          } else if (!match.isGone()) {
            var lost = lost(bridge, ports, match.object());
            if (!lost.isEmpty()) {
              risk(bridge, "Bridge " + bridge + " loses its port " + String.join(", ", lost));
            }
          }
        });
  }

  /** Nobody takes anything off the nodes when a policy goes that is applied as it stands. */
  private static boolean goes(String bridge, Match match) {
    if (match.isGone()) {
      return match.old().orElseThrow().managed().filter(Losses::reverts).isPresent();
    }
    var now = match.object();
    if (BridgeNames.removed(now).contains(bridge)) {
      return true;
    }
    return match.latest().managed().isPresent()
        && !now.fields().hasUnknown()
        && !BridgeNames.bridges(now).containsKey(bridge);
  }

  private static boolean reverts(Fields inputs) {
    return Part.of(PropertyPath.ROOT, inputs)
        .get("teardown")
        .text()
        .filter("leave"::equals)
        .isEmpty();
  }

  private static Set<String> lost(String bridge, Set<String> ports, KubernetesObject now) {
    var lost = new TreeSet<>(ports);
    lost.removeAll(BridgeNames.bridges(now).getOrDefault(bridge, ports));
    boolean told = BridgeNames.listsPorts(now, bridge) && !now.fields().hasUnknown();
    return told ? lost : Set.of();
  }

  /** Another policy makes it on the same nodes. */
  private boolean isMadeElsewhere(String bridge, Match match) {
    var selector = selector(match.old().orElseThrow().object());
    return after.all().stream()
        .filter(BridgeNames::isPolicy)
        .filter(p -> !p.reference().equals(match.latest().reference()))
        .filter(p -> BridgeNames.bridges(p).containsKey(bridge))
        .anyMatch(p -> selector(p).equals(selector) || selector(p).isEmpty());
  }

  private static String selector(KubernetesObject policy) {
    return policy
        .fields()
        .get("spec")
        .flatMap(s -> Declared.field(s, "nodeSelector"))
        .map(Canonical::text)
        .filter(t -> !t.equals("{}"))
        .orElse("");
  }

  private void risk(String bridge, String what) {
    var using = new TreeSet<>(Comparator.comparing(ObjectReference::toString));
    var through = new TreeSet<String>();
    for (var definition : users.ofName(bridge)) {
      var machines = users.ofDefinition(definition);
      if (!machines.isEmpty()) {
        through.add(Users.reference(definition));
        using.addAll(machines);
      }
    }
    if (!using.isEmpty()) {
      draft.add(
          Risk.of(
              Risk.Kind.BRIDGE_IN_USE,
              bridge,
              what + ", and is used by " + names(using) + " through " + listed(through) + "."));
    }
  }

  private static String names(Set<ObjectReference> references) {
    return listed(
        references.stream()
            .map(CheckedObject::title)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static String listed(Set<String> names) {
    var shown = names.stream().limit(MOST_NAMES).toList();
    int more = names.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }
}
