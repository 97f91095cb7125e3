package io.kubevirtnet.provider.plan;

import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * One object on both sides.
 *
 * @param old nothing where it is new
 * @param now nothing where it goes
 */
record Match(Optional<PlannedObject> old, Optional<PlannedObject> now) {

  static List<Match> all(Side before, Side after) {
    var old = ObjectKey.index(before.objects());
    var now = ObjectKey.index(after.objects());
    var keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    var matches = new ArrayList<Match>();
    keys.forEach(
        k ->
            matches.add(
                new Match(Optional.ofNullable(old.get(k)), Optional.ofNullable(now.get(k)))));
    return matches;
  }

  boolean isNew() {
    return old.isEmpty();
  }

  boolean isGone() {
    return now.isEmpty();
  }

  /** As it will be, or was where it goes. */
  PlannedObject latest() {
    return now.or(() -> old).orElseThrow();
  }

  KubernetesObject object() {
    return latest().object();
  }

  /** The same thing on both sides, however it was read. */
  boolean isSame() {
    return old.isPresent()
        && now.isPresent()
        && old.get().object() == now.get().object()
        && old.get().managed().equals(now.get().managed())
        && !now.get().replaced();
  }

  /** What it says differently; only for one that is on both sides. */
  FieldChanges fields(PlanScene scene, ClusterConfiguration cluster) {
    var before = secret(old.orElseThrow());
    var next = secret(now.orElseThrow());
    if (ManifestCheck.isDefinition(next.object())) {
      return DefinitionFields.between(before.object(), next.object());
    }
    if (BridgeNames.isPolicy(next.object())) {
      return PolicyFields.between(before, next);
    }
    return MachineKind.of(next.object().group(), next.reference().kind())
        .map(
            kind ->
                new MachineFields(
                        kind,
                        scene.machines().getOrDefault(next.reference(), MachineFacts.UNKNOWN),
                        cluster)
                    .between(before.object(), next.object()))
        .orElseGet(() -> FieldChanges.plain(before.object(), next.object()));
  }

  private static PlannedObject secret(PlannedObject object) {
    return new PlannedObject(
        Secrecy.of(object.object()), object.component(), object.managed(), object.replaced());
  }
}
