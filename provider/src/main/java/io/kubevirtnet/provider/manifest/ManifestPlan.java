package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.UseCatalogue;
import io.kubevirtnet.attachment.DefinitionChange;
import io.kubevirtnet.attachment.DefinitionChange.Reach;
import io.kubevirtnet.attachment.DefinitionDiff;
import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.manifest.PlannedDefinition.Fate;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What two sets of objects differ in, as far as network definitions go.
 *
 * @param definitions those that differ, the weightiest first
 * @param unchanged the number of the others
 * @param arising findings that the new set has and the old one had not, by object
 * @param notCompared number of objects of each kind that nobody compared
 */
public record ManifestPlan(
    List<PlannedDefinition> definitions,
    int unchanged,
    List<CheckedObject> arising,
    Map<String, Integer> notCompared) {

  public static ManifestPlan between(List<KubernetesObject> before, List<KubernetesObject> after) {
    var old = definitions(before);
    var now = definitions(after);
    var planned = new ArrayList<PlannedDefinition>();
    for (var entry : now.entrySet()) {
      var was = Optional.ofNullable(old.get(entry.getKey()));
      planned(was, entry.getValue(), users(after, entry.getKey())).ifPresent(planned::add);
    }
    for (var entry : old.entrySet()) {
      if (!now.containsKey(entry.getKey())) {
        planned.add(
            new PlannedDefinition(
                entry.getKey(),
                Fate.DELETED,
                List.of(),
                users(after, entry.getKey()),
                twin(entry.getValue(), now, old)));
      }
    }
    planned.sort(
        Comparator.comparing(PlannedDefinition::fate).thenComparing(PlannedDefinition::title));
    var differing = planned.stream().filter(p -> now.containsKey(p.reference())).count();
    return new ManifestPlan(
        List.copyOf(planned),
        (int) (now.size() - differing),
        arising(before, after, old, now),
        notCompared(before, after));
  }

  public boolean hasErrors() {
    return arising.stream().flatMap(o -> o.findings().stream()).anyMatch(Finding::isError);
  }

  /** Something becomes different in the cluster, be it only in words. */
  public boolean hasChanges() {
    return !definitions.isEmpty();
  }

  private static Map<ObjectReference, KubernetesObject> definitions(
      List<KubernetesObject> objects) {
    var definitions = new LinkedHashMap<ObjectReference, KubernetesObject>();
    objects.stream()
        .filter(ManifestCheck::isDefinition)
        .forEach(o -> definitions.put(o.reference(), o));
    return definitions;
  }

  private static Optional<PlannedDefinition> planned(
      Optional<KubernetesObject> was, KubernetesObject now, List<String> users) {
    var reference = now.reference();
    if (was.isEmpty()) {
      return Optional.of(
          new PlannedDefinition(reference, Fate.CREATED, List.of(), users, List.of()));
    }
    var before = DefinitionManifest.read(was.get(), new Report());
    var after = DefinitionManifest.read(now, new Report());
    boolean sameText = config(was.get()).tree().equals(config(now).tree());
    if (before.isEmpty() || after.isEmpty()) {
      return sameText
          ? Optional.empty()
          : Optional.of(
              new PlannedDefinition(reference, Fate.CHANGED, List.of(), users, List.of()));
    }
    var changes = DefinitionDiff.between(before.get(), after.get());
    if (changes.isEmpty() && sameText) {
      return Optional.empty();
    }
    return Optional.of(new PlannedDefinition(reference, fate(changes), changes, users, List.of()));
  }

  private static Fate fate(List<DefinitionChange> changes) {
    return changes.stream().allMatch(c -> c.reach() == Reach.NOBODY) ? Fate.REWORDED : Fate.CHANGED;
  }

  private static Cursor config(KubernetesObject object) {
    return Cursor.root(object).at("spec", "config");
  }

  private static List<String> users(List<KubernetesObject> objects, ObjectReference definition) {
    var reference = definition.namespace() + "/" + definition.name();
    return objects.stream()
        .filter(o -> ManifestCheck.definitionsOf(o).stream().anyMatch(u -> u.isOf(reference)))
        .map(o -> CheckedObject.title(o.reference()))
        .sorted()
        .toList();
  }

  /** An object that is new and says what this one said: somebody gave it another name. */
  private static List<String> twin(
      KubernetesObject gone,
      Map<ObjectReference, KubernetesObject> now,
      Map<ObjectReference, KubernetesObject> old) {
    var said = nameless(gone);
    return said.isEmpty()
        ? List.of()
        : now.values().stream()
            .filter(o -> !old.containsKey(o.reference()) && nameless(o).equals(said))
            .map(o -> CheckedObject.title(o.reference()))
            .sorted()
            .limit(1)
            .toList();
  }

  private static Optional<Map<String, Object>> nameless(KubernetesObject object) {
    return DefinitionManifest.read(object, new Report())
        .map(Definition::config)
        .map(
            config -> {
              var fields = new TreeMap<String, Object>();
              ((Fields) config).fields().forEach(fields::put);
              fields.remove("name");
              fields.remove("netAttachDefName");
              return fields;
            });
  }

  private static List<CheckedObject> arising(
      List<KubernetesObject> before,
      List<KubernetesObject> after,
      Map<ObjectReference, KubernetesObject> old,
      Map<ObjectReference, KubernetesObject> now) {
    var known = new HashSet<Finding>();
    ManifestCheck.check(before).forEach(o -> known.addAll(o.findings()));
    var arising = new ArrayList<CheckedObject>();
    var checked = ManifestCheck.check(after);
    for (int i = 0; i < checked.size(); i++) {
      var gone = gone(after.get(i), old, now);
      var places = gone.stream().map(Finding::path).toList();
      var findings = new ArrayList<>(gone);
      checked.get(i).findings().stream()
          .filter(f -> !known.contains(f) && !places.contains(f.path()))
          .forEach(findings::add);
      if (!findings.isEmpty()) {
        arising.add(new CheckedObject(checked.get(i).reference(), true, findings, List.of()));
      }
    }
    return List.copyOf(arising);
  }

  /** What an object still names, and the new set has no more. */
  private static List<Finding> gone(
      KubernetesObject user,
      Map<ObjectReference, KubernetesObject> old,
      Map<ObjectReference, KubernetesObject> now) {
    var report = new Report();
    for (var use : ManifestCheck.definitionsOf(user)) {
      old.keySet().stream()
          .filter(d -> use.isOf(d.namespace() + "/" + d.name()) && !now.containsKey(d))
          .forEach(
              d ->
                  report.add(
                      UseCatalogue.ATTACHMENT_GONE,
                      use.definition().path(),
                      CheckedObject.title(d) + " goes, and is named here."));
    }
    return report.findings().stream().map(f -> f.about(user.reference())).toList();
  }

  private static Map<String, Integer> notCompared(
      List<KubernetesObject> before, List<KubernetesObject> after) {
    var counts = new TreeMap<String, Integer>();
    var seen = new HashSet<ObjectReference>();
    for (var objects : List.of(before, after)) {
      objects.stream()
          .filter(o -> !ManifestCheck.isDefinition(o) && seen.add(o.reference()))
          .forEach(o -> counts.merge(o.reference().kind(), 1, Integer::sum));
    }
    return counts;
  }
}
