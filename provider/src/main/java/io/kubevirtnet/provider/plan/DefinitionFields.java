package io.kubevirtnet.provider.plan;

import io.kubevirtnet.attachment.DefinitionChange;
import io.kubevirtnet.attachment.DefinitionChange.Reach;
import io.kubevirtnet.attachment.DefinitionDiff;
import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.manifest.DefinitionManifest;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What a network definition says differently: its config is JSON in a text. */
final class DefinitionFields {
  private static final String UNREADABLE =
      "One of the two configs can not be read, so they are not compared field by field.";
  private static final String OPEN =
      "The new config is not known yet. If it differs, machines get it when they start or migrate;"
          + " those that run keep what they have.";
  private static final String REWORDED = "The text of the config differs, and says the same.";

  private DefinitionFields() {}

  static FieldChanges between(KubernetesObject before, KubernetesObject after) {
    var old = config(before);
    var now = config(after);
    boolean sameText =
        old.isPresent() == now.isPresent()
            && old.flatMap(o -> now.map(n -> Sameness.identical(o, n))).orElse(true);
    var definitions = read(before).flatMap(o -> read(after).map(n -> List.of(o, n)));
    if (definitions.isEmpty()) {
      return FieldChanges.plain(before, after)
          .withNotes(
              sameText
                  ? List.of()
                  : List.of(now.filter(Tree::hasUnknown).isPresent() ? OPEN : UNREADABLE));
    }
    var changes = DefinitionDiff.between(definitions.get().get(0), definitions.get().get(1));
    var fields = new ArrayList<PlannedField>();
    changes.forEach(c -> fields.add(field(c)));
    var rest = FieldChanges.plain(without(before), without(after));
    fields.addAll(rest.fields());
    boolean words = rest.onlyWords() && changes.stream().allMatch(c -> c.reach() == Reach.NOBODY);
    boolean told = changes.stream().anyMatch(c -> c.path().startsWith("spec.config"));
    return new FieldChanges(
        fields, words, sameText || told ? List.of() : List.of(REWORDED), atOnce(changes));
  }

  private static boolean atOnce(List<DefinitionChange> changes) {
    return changes.stream().anyMatch(c -> c.reach() == Reach.AT_ONCE);
  }

  private static PlannedField field(DefinitionChange change) {
    return new PlannedField(change.path(), change.before(), change.after(), change.consequence());
  }

  private static Optional<Tree> config(KubernetesObject object) {
    return object.fields().get("spec").flatMap(s -> Declared.field(s, "config"));
  }

  /** The text of a secret config is not taken apart: its parts would be open. */
  private static Optional<Definition> read(KubernetesObject object) {
    return config(object).filter(c -> c.marks().secret()).isPresent()
        ? Optional.empty()
        : DefinitionManifest.read(object, new Report());
  }

  /** All but what the domain's own diff has looked at. */
  private static KubernetesObject without(KubernetesObject object) {
    var spec = part(object.fields(), "spec", "config");
    var all = part(new Fields(spec, object.fields().marks()), "metadata", "annotations");
    return new KubernetesObject(
        object.apiVersion(), object.reference(), new Fields(all, object.fields().marks()));
  }

  private static LinkedHashMap<String, Tree> part(Fields fields, String name, String gone) {
    var all = new LinkedHashMap<>(fields.fields());
    if (all.get(name) instanceof Fields f) {
      var kept = new LinkedHashMap<>(f.fields());
      kept.remove(gone);
      all.put(name, new Fields(kept, f.marks()));
    }
    return all;
  }
}
