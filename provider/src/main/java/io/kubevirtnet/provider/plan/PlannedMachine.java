package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.MachineManifest;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine, or a template of many: with the instances that were made of it.
 *
 * @param uses networks of the template, and those of instances that differ from it
 * @param nodes where its instances run, as far as that is known
 */
record PlannedMachine(ObjectReference reference, List<MachineUse> uses, List<String> nodes) {
  private static final int DEEPEST = 3;

  PlannedMachine {
    uses = List.copyOf(uses);
    nodes = List.copyOf(nodes);
  }

  /** All machines of a side, each with what belongs to it. */
  static SortedMap<ObjectReference, PlannedMachine> all(ClusterSide side) {
    return all(side, Set.of());
  }

  /**
   * @param changed machines whose instances have other networks than they will have
   */
  static SortedMap<ObjectReference, PlannedMachine> all(
      ClusterSide side, Set<ObjectReference> changed) {
    var members = new TreeMap<ObjectReference, List<KubernetesObject>>(ClusterSide.BY_NAME);
    side.machines()
        .forEach(
            o ->
                members
                    .computeIfAbsent(owner(o, side, 0).reference(), r -> new ArrayList<>())
                    .add(o));
    var all = new TreeMap<ObjectReference, PlannedMachine>(ClusterSide.BY_NAME);
    members.forEach(
        (reference, objects) ->
            all.put(reference, of(reference, objects, changed.contains(reference))));
    return all;
  }

  /** The one that a person wrote: an instance belongs to its machine, and this to its pool. */
  private static KubernetesObject owner(KubernetesObject object, ClusterSide side, int depth) {
    if (depth == DEEPEST) {
      return object;
    }
    var namespace = object.reference().namespace();
    for (var owner : owners(object)) {
      var found =
          side.find(
              new ObjectReference(owner.get("kind").shown(), namespace, owner.get("name").shown()));
      if (found.filter(o -> ClusterSide.machineKind(o).isPresent()).isPresent()) {
        return owner(found.get(), side, depth + 1);
      }
    }
    return Instances.isInstance(object)
        ? side.find(Instances.machineOf(object)).orElse(object)
        : object;
  }

  private static List<Part> owners(KubernetesObject object) {
    return Part.of(PropertyPath.ROOT, object.fields()).get("metadata", "ownerReferences").items();
  }

  private static PlannedMachine of(
      ObjectReference reference, List<KubernetesObject> objects, boolean changed) {
    var uses = new ArrayList<MachineUse>();
    var seen = new HashSet<String>();
    var nodes = new ArrayList<String>();
    for (var object : objects) {
      if (object.reference().equals(reference)) {
        uses(object).forEach(u -> uses.add(use(u, seen)));
      }
    }
    for (var object : objects) {
      if (!changed) {
        uses(object).stream().filter(u -> seen.add(key(u))).forEach(uses::add);
      }
      if (Instances.isInstance(object)) {
        Part.of(PropertyPath.ROOT, object.fields())
            .get("status", "nodeName")
            .text()
            .filter(n -> !n.isEmpty())
            .ifPresent(nodes::add);
      }
    }
    return new PlannedMachine(reference, uses, nodes.stream().distinct().sorted().toList());
  }

  private static MachineUse use(MachineUse use, HashSet<String> seen) {
    seen.add(key(use));
    return use;
  }

  private static String key(MachineUse use) {
    return use.definition();
  }

  static List<MachineUse> uses(KubernetesObject object) {
    return ClusterSide.machineKind(object)
        .map(k -> MachineUse.of(MachineManifest.machine(object, k), object.reference().namespace()))
        .orElse(List.of());
  }

  /** Nothing is known of one that nobody listed. */
  static MachineFacts facts(ObjectReference machine, PlanScene scene) {
    var known = scene.machines().get(machine);
    if (known == null) {
      known =
          scene
              .machines()
              .get(
                  new ObjectReference(
                      MachineKind.INSTANCE.wire(), machine.namespace(), machine.name()));
    }
    return Optional.ofNullable(known).orElse(MachineFacts.UNKNOWN);
  }

  /** What a person types to bring it to what is new; empty for a template of many. */
  String command(MachineFacts facts) {
    boolean one =
        reference.kind().equals(MachineKind.VIRTUAL_MACHINE.wire())
            || reference.kind().equals(MachineKind.INSTANCE.wire());
    var verb = facts.migratable().orElse(true) ? "migrate" : "restart";
    return one
        ? "virtctl "
            + verb
            + " "
            + reference.name()
            + (reference.namespace().isEmpty() ? "" : " -n " + reference.namespace())
        : "";
  }
}
