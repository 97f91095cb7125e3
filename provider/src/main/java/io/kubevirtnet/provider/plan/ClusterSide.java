package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import io.kubevirtnet.provider.manifest.NodeTypes;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a cluster holds on one side of a plan: what the side declares, and what nobody declares.
 *
 * @param declared by the side alone
 * @param objects all of them, as far as they have to do with networks of machines
 */
record ClusterSide(
    SortedMap<ObjectReference, PlannedObject> declared,
    SortedMap<ObjectReference, KubernetesObject> objects) {
  /** An order that follows from the names alone. */
  static final Comparator<ObjectReference> BY_NAME =
      Comparator.comparing(ObjectReference::kind)
          .thenComparing(ObjectReference::namespace)
          .thenComparing(ObjectReference::name);

  /**
   * @param other the other side, whose objects are not there on this one
   */
  static ClusterSide of(Side side, Side other, PlanScene scene) {
    var declared = declared(side);
    var objects = new TreeMap<ObjectReference, KubernetesObject>(BY_NAME);
    declared.forEach((reference, planned) -> objects.put(reference, planned.object()));
    var elsewhere = declared(other);
    scene.others().stream()
        .filter(ClusterSide::matters)
        .filter(o -> !declared.containsKey(o.reference()))
        .filter(o -> !elsewhere.containsKey(o.reference()))
        .filter(o -> !goes(o, declared, elsewhere))
        .forEach(o -> objects.merge(o.reference(), o, ClusterSide::first));
    return new ClusterSide(declared, objects);
  }

  /** An instance is there as long as its machine is. */
  private static boolean goes(
      KubernetesObject object,
      Map<ObjectReference, PlannedObject> declared,
      Map<ObjectReference, PlannedObject> elsewhere) {
    var machine = Instances.machineOf(object);
    return Instances.isInstance(object)
        && !declared.containsKey(machine)
        && elsewhere.containsKey(machine);
  }

  private static SortedMap<ObjectReference, PlannedObject> declared(Side side) {
    var declared = new TreeMap<ObjectReference, PlannedObject>(BY_NAME);
    side.objects().stream()
        .filter(o -> matters(o.object()))
        .forEach(
            o ->
                declared.merge(
                    o.reference(),
                    o,
                    (a, b) -> first(a.object(), b.object()) == a.object() ? a : b));
    return declared;
  }

  private static boolean matters(KubernetesObject object) {
    return machineKind(object).isPresent()
        || ManifestCheck.isDefinition(object)
        || isPolicy(object)
        || NodeTypes.isOfPlatform(object);
  }

  /** Of two that have one name, the same one whatever came first. */
  private static KubernetesObject first(KubernetesObject one, KubernetesObject other) {
    return String.valueOf(one).compareTo(String.valueOf(other)) <= 0 ? one : other;
  }

  static Optional<MachineKind> machineKind(KubernetesObject object) {
    return MachineKind.of(object.group(), object.reference().kind());
  }

  private static boolean isPolicy(KubernetesObject object) {
    return object.reference().kind().equals(HostPolicy.KIND) && object.group().equals("nmstate.io");
  }

  Optional<PlannedObject> declared(ObjectReference reference) {
    return Optional.ofNullable(declared.get(reference));
  }

  Optional<KubernetesObject> find(ObjectReference reference) {
    return Optional.ofNullable(objects.get(reference));
  }

  /** By {@code namespace/name}. */
  SortedMap<String, Attachment> attachments() {
    var all = new TreeMap<String, Attachment>();
    objects.values().stream()
        .filter(ManifestCheck::isDefinition)
        .map(Attachment::of)
        .forEach(a -> all.put(a.fullName(), a));
    return all;
  }

  SortedMap<ObjectReference, HostSide> policies() {
    var all = new TreeMap<ObjectReference, HostSide>(BY_NAME);
    objects.values().stream()
        .filter(ClusterSide::isPolicy)
        .forEach(o -> all.put(o.reference(), HostSide.of(o, managed(o.reference()))));
    return all;
  }

  private Optional<Fields> managed(ObjectReference reference) {
    return declared(reference).flatMap(PlannedObject::managed);
  }

  Stream<KubernetesObject> machines() {
    return objects.values().stream().filter(o -> machineKind(o).isPresent());
  }

  Collection<KubernetesObject> platform() {
    return objects.values().stream().filter(NodeTypes::isOfPlatform).toList();
  }

  static <T> List<T> union(Collection<T> one, Collection<T> other, Comparator<? super T> order) {
    return Stream.concat(one.stream(), other.stream()).distinct().sorted(order).toList();
  }
}
