package io.kubevirtnet.provider.plan;

import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.FieldChange;
import io.kubevirtnet.kubevirt.MachineChange;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.MachineManifest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a machine says differently, with what comes of it where its own diff has a word on that. */
record MachineFields(MachineKind kind, MachineFacts facts, ClusterConfiguration cluster) {

  FieldChanges between(KubernetesObject before, KubernetesObject after) {
    var change =
        MachineChange.of(
            MachineManifest.machine(before, kind),
            MachineManifest.machine(after, kind),
            facts,
            cluster);
    var differences = FieldChanges.differences(before, after);
    var plain = FieldChanges.of(differences);
    return new FieldChanges(
        differences.stream()
            .map(d -> d.field(consequence(d, change.fields(), before, after)))
            .map(f -> f.path().equals("apiVersion") ? FieldChanges.field(version(differences)) : f)
            .toList(),
        plain.onlyWords(),
        List.of(),
        false);
  }

  private static Difference version(List<Difference> differences) {
    return differences.stream().filter(FieldChanges::isVersion).findFirst().orElseThrow();
  }

  private static String consequence(
      Difference place,
      List<FieldChange> changes,
      KubernetesObject before,
      KubernetesObject after) {
    return changes.stream()
        .filter(c -> isAbout(c, place.path(), before, after))
        .max(Comparator.comparing(FieldChange::effect))
        .map(c -> (c.reason() + " " + c.advice()).strip())
        .orElse("");
  }

  /** What goes is told at the place of the list; its network tells which item is meant. */
  private static boolean isAbout(
      FieldChange change, String path, KubernetesObject before, KubernetesObject after) {
    var at = IdentityPath.of(after.fields(), change.path());
    var was = IdentityPath.of(before.fields(), change.path());
    return isRelated(at, path)
        || isRelated(was, path)
        || Optional.of(path).filter(MachineFields::isOfNetwork).isPresent()
            && change.network().filter(n -> path.contains("[" + n + "]")).isPresent();
  }

  private static boolean isOfNetwork(String path) {
    return path.contains(".interfaces[") || path.contains(".networks[");
  }

  private static boolean isRelated(String one, String other) {
    return !one.isEmpty() && (isBelow(one, other) || isBelow(other, one));
  }

  private static boolean isBelow(String path, String place) {
    return path.startsWith(place)
        && (path.length() == place.length() || ".[".indexOf(path.charAt(place.length())) >= 0);
  }
}
