package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.attachment.AttachmentCatalogue;
import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.cni.Circumstances;
import io.kubevirtnet.cni.ConfigText;
import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.cni.DefinitionRules;
import io.kubevirtnet.cni.Purpose;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.Optional;

/** A NetworkAttachmentDefinition as it was written. */
public final class DefinitionManifest {
  static final PropertyPath CONFIG = PropertyPath.ROOT.child("spec").child("config");

  private final Cursor object;
  private final Report report;

  private DefinitionManifest(KubernetesObject object, Report report) {
    this.object = Cursor.root(object);
    this.report = report;
  }

  static void check(KubernetesObject object, Scene scene, Report report) {
    var manifest = new DefinitionManifest(object, report);
    var reference = object.reference();
    var claimant = new Claimant(CheckedObject.title(reference), ManifestCheck.CLUSTER);
    scene.run().object(claimant, NadExpander.KIND, reference.namespace(), manifest.name(), report);
    manifest.namespaceIsOne();
    var definition = manifest.definition();
    if (definition.isPresent()) {
      boolean forMachines =
          scene.usedByMachines().contains(reference.namespace() + "/" + reference.name());
      DefinitionRules.check(
          definition.get(),
          Circumstances.of(forMachines ? Purpose.VIRTUAL_MACHINES : Purpose.UNSTATED),
          report);
      scene.run().definition(claimant, definition.get(), report);
    }
  }

  /** The definition, when its config can be read; what is wrong with that is told. */
  public static Optional<Definition> read(KubernetesObject object, Report report) {
    return new DefinitionManifest(object, report).definition();
  }

  private Value<String> name() {
    return object.at("metadata", "name").text(new Report());
  }

  private Value<String> namespace() {
    return object.at("metadata", "namespace").text(new Report());
  }

  private void namespaceIsOne() {
    report.require(
        namespace(),
        KubernetesName::isLabel,
        AttachmentCatalogue.NAMESPACE,
        "\"" + namespace().shown() + "\" is not a namespace.",
        "Write " + KubernetesName.proposal(namespace()));
  }

  private Optional<Definition> definition() {
    var config = object.at("spec", "config");
    var text = config.text(report).known();
    if (text.filter(t -> !t.isEmpty()).isEmpty()) {
      if (!config.isPresent() || text.isPresent()) {
        report.notChecked(CONFIG, "left out, so Multus takes a config of this name from each node");
      }
      return Optional.empty();
    }
    return ConfigText.read(text.get(), CONFIG, report)
        .map(tree -> new Definition(name(), namespace(), annotations(), tree, CONFIG));
  }

  /** Each knows its own place. */
  private Fields annotations() {
    var place = object.at("metadata", "annotations");
    if (place.fields().fields().isEmpty()) {
      return Fields.EMPTY;
    }
    var annotations = new LinkedHashMap<String, Tree>();
    place
        .fields()
        .fields()
        .forEach((k, v) -> annotations.put(k, v.writtenAt(place.path().child(k))));
    return new Fields(annotations, Marks.NONE);
  }
}
