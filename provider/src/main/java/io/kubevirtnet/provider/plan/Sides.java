package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The two sides as they can be compared: what is declared, in an order that says nothing. */
record Sides(Side before, Side after) {

  static Sides comparable(Side before, Side after) {
    var now = side(after, o -> with(o, Declared.of(o.object()), o));
    var byKey = ObjectKey.index(now.objects());
    return new Sides(side(before, o -> old(o, byKey, before.live())), now);
  }

  private static Side side(Side side, UnaryOperator<PlannedObject> declared) {
    return new Side(
        side.objects().stream()
            .map(declared)
            .sorted(Comparator.comparing(PlannedObject::object, ObjectKey.order()))
            .toList(),
        side.facts().stream().sorted(Comparator.comparing(RecordedFacts::name)).toList());
  }

  /** An object that stays as it is becomes one with its new self, which is judged only once. */
  private static PlannedObject old(
      PlannedObject old, Map<ObjectKey, PlannedObject> byKey, boolean live) {
    var now = Optional.ofNullable(byKey.get(ObjectKey.of(old)));
    if (now.isEmpty()) {
      return with(old, Declared.of(old.object()), old);
    }
    var partner = now.get();
    var declared = live ? LiveSide.of(old.object(), partner.object()) : Declared.of(old.object());
    boolean same =
        declared.apiVersion().equals(partner.object().apiVersion())
            && Sameness.identical(declared.fields(), partner.object().fields());
    return with(old, same ? partner.object() : declared, live ? partner : old);
  }

  /** A cluster does not tell how a policy of its own is rolled out. */
  private static PlannedObject with(
      PlannedObject object, KubernetesObject declared, PlannedObject managed) {
    return new PlannedObject(declared, object.component(), managed.managed(), object.replaced());
  }
}
