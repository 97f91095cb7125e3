package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.manifest.DefinitionManifest;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The objects that are not as they were. */
final class Resources {
  private static final String STAYS_ON_MACHINES =
      "Machines that run keep their interface. When they stop, the plugin cleans up without the"
          + " config, so addresses and interfaces may stay on the nodes.";
  private static final String OLD_NETWORK =
      "Its users keep the old network until they start again or migrate.";

  private final PlanScene scene;
  private final ClusterConfiguration cluster;
  private final Users users;
  private final List<Match> fresh;

  Resources(PlanScene scene, Neighbourhood after, Users users, List<Match> matches) {
    this.scene = scene;
    this.cluster = after.cluster(scene);
    this.users = users;
    this.fresh = matches.stream().filter(Match::isNew).toList();
  }

  /** Nothing where it is as it was. */
  Optional<ResourceChange> change(Match match) {
    if (match.isSame()) {
      return Optional.empty();
    }
    if (match.isNew()) {
      return Optional.of(whole(match, Action.CREATE, List.of()));
    }
    if (match.isGone()) {
      return Optional.of(whole(match, Action.DELETE, notesOnDeletion(match.object())));
    }
    var fields = match.fields(scene, cluster);
    boolean replaced = match.now().orElseThrow().replaced();
    if (fields.fields().isEmpty() && fields.notes().isEmpty() && !replaced) {
      return Optional.empty();
    }
    return Optional.of(changed(match, fields, replaced));
  }

  private ResourceChange changed(Match match, FieldChanges fields, boolean replaced) {
    var users = this.users.of(match.object());
    var notes = new ArrayList<>(fields.notes());
    var action = replaced ? Action.REPLACE : fields.onlyWords() ? Action.REWORD : Action.CHANGE;
    if (ManifestCheck.isDefinition(match.object())
        && action == Action.CHANGE
        && !fields.atOnce()
        && !users.isEmpty()) {
      notes.add(OLD_NETWORK);
    }
    return new ResourceChange(
        match.latest().reference(),
        action,
        match.latest().component(),
        fields.fields(),
        Optional.empty(),
        Patch.between(secret(match.old()), secret(match.now())),
        users,
        notes);
  }

  private static Fields secret(Optional<PlannedObject> object) {
    return Secrecy.of(object.orElseThrow().object()).fields();
  }

  private ResourceChange whole(Match match, Action action, List<String> notes) {
    var object = Secrecy.of(match.object());
    return new ResourceChange(
        object.reference(),
        action,
        match.latest().component(),
        List.of(),
        Optional.of(Secrecy.redacted(owned(match, object.fields()))),
        List.of(),
        users.of(match.object()),
        notes);
  }

  /**
   * That the plugin owns it is no difference between two objects, and still says what a destroy
   * does.
   */
  private static Fields owned(Match match, Fields object) {
    if (match.latest().managed().isEmpty()) {
      return object;
    }
    var metadata = field(object, "metadata");
    return object.with(
        "metadata",
        metadata.with(
            "annotations", field(metadata, "annotations").with(Declared.OWNER, "kubevirtnet")));
  }

  private static Fields field(Fields object, String name) {
    return object
        .get(name)
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .orElse(Fields.EMPTY);
  }

  private List<String> notesOnDeletion(KubernetesObject object) {
    if (!ManifestCheck.isDefinition(object)) {
      return List.of();
    }
    var notes = new ArrayList<String>();
    twin(object)
        .ifPresent(
            twin ->
                notes.add(
                    twin
                        + " says the same: under another name it is another object, and whoever"
                        + " names the old one does not find it."));
    notes.add(STAYS_ON_MACHINES);
    return notes;
  }

  /** An object that is new and says what this one said: somebody gave it another name. */
  private Optional<String> twin(KubernetesObject gone) {
    var said = nameless(gone);
    return said.isEmpty()
        ? Optional.empty()
        : fresh.stream()
            .map(Match::object)
            .filter(ManifestCheck::isDefinition)
            .filter(o -> nameless(o).equals(said))
            .map(o -> CheckedObject.title(o.reference()))
            .min(String::compareTo);
  }

  private static Optional<String> nameless(KubernetesObject object) {
    return DefinitionManifest.read(object, new Report())
        .map(
            definition -> {
              var fields = new LinkedHashMap<String, Tree>();
              if (definition.config() instanceof Fields config) {
                fields.putAll(config.fields());
              }
              fields.remove("name");
              fields.remove("netAttachDefName");
              return Canonical.text(Tree.of(fields));
            });
  }
}
