package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.AttachmentUse;
import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.component.Blueprint;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.platform.PropertyKey;
import io.kubevirtnet.spec.ShapeRules;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.List;
import java.util.Optional;

/** A NodeProvider for KubeVirt: judged as the components that would make it. */
final class NodeProviderManifest {
  private final Cursor object;
  private final String name;
  private final ManifestCheck.Scene scene;
  private final Report report;

  private NodeProviderManifest(KubernetesObject object, ManifestCheck.Scene scene, Report report) {
    this.object = Cursor.root(object);
    this.name = object.reference().name();
    this.scene = scene;
    this.report = report;
  }

  static void check(KubernetesObject object, ManifestCheck.Scene scene, Report report) {
    var provider = new NodeProviderManifest(object, scene, report);
    if (provider.kubeVirt().isPresent()) {
      provider.provider();
      provider.nodeTypes().forEach(provider::nodeType);
      provider.rest();
    } else {
      report.notChecked(provider.object.child("spec").path(), "no kubeVirt here");
    }
  }

  private Cursor kubeVirt() {
    return object.at("spec", "kubeVirt");
  }

  private Cursor properties() {
    return object.at("spec", "properties");
  }

  private List<Cursor> nodeTypes() {
    return kubeVirt().child("nodeTypes").items();
  }

  private void provider() {
    var place = kubeVirt().child("clusterRef");
    var types =
        new Items(nodeTypes().stream().map(NodeProviderManifest::named).toList(), Marks.NONE);
    var inputs =
        Tree.of("name", name)
            .with("cluster", place.child("cluster").tree().orElse(Tree.of("")))
            .with("namespace", place.child("namespace").tree().orElse(Tree.of("")))
            .with("properties", NodeTypeInputs.free(properties()))
            .with("nodeTypes", types);
    var places =
        new PathMap(object.child("spec").path())
            .put("name", object.at("metadata", "name").path())
            .put("cluster", place.child("cluster").path())
            .put("namespace", place.child("namespace").path())
            .put("properties", properties().path())
            .put("nodeTypes", kubeVirt().child("nodeTypes").path());
    judge(Blueprints.NODE_PROVIDER, "NodeProvider " + name, inputs, places);
  }

  /** As much of a node type as the provider's rules look at. */
  private static Tree named(Cursor type) {
    return Tree.of("name", type.child("name").tree().orElse(Tree.of("")));
  }

  private void nodeType(Cursor type) {
    var inputs = new NodeTypeInputs(type, properties());
    var fields = inputs.inputs();
    judge(
        Blueprints.NODE_TYPE,
        "node type " + name + "/" + type.child("name").known().orElse(""),
        fields,
        inputs.places());
    attachment(type);
    type.rest(report, "name", "displayName", "maxCapacity", "cost", "resources", "properties");
    type.child("resources").rest(report, "cpu", "memory");
  }

  /** A bare name of a default network has a finding of its own. */
  private void attachment(Cursor type) {
    var reference = property(type, PropertyKey.ATTACHMENT);
    var isDefault = property(type, PropertyKey.MULTUS_DEFAULT).is("true");
    var bare = reference.known().filter(r -> !r.contains("/")).isPresent();
    if (reference.isPresent() && !(isDefault && bare)) {
      var use =
          new AttachmentUse(
              reference.text(new Report()),
              kubeVirt().at("clusterRef", "namespace").known().orElse(""),
              isDefault,
              Optional.empty());
      scene.run().use(claimant(type), use, scene.isolation(), report);
    }
  }

  /** The definitions that its machines attach to. */
  static List<DefinitionUse> definitions(KubernetesObject object) {
    var root = Cursor.root(object);
    var kubeVirt = root.at("spec", "kubeVirt");
    var shared = root.at("spec", "properties");
    var namespace = kubeVirt.at("clusterRef", "namespace").known().orElse("");
    return kubeVirt.child("nodeTypes").items().stream()
        .filter(t -> effective(t, shared, PropertyKey.ATTACHMENT).isPresent())
        .map(
            t ->
                DefinitionUse.of(
                    effective(t, shared, PropertyKey.ATTACHMENT).text(new Report()),
                    namespace,
                    effective(t, shared, PropertyKey.MULTUS_DEFAULT).is("true")))
        .toList();
  }

  /** The properties of the type win. */
  private static Cursor effective(Cursor type, Cursor shared, String key) {
    var own = type.at("properties", key);
    return own.isPresent() ? own : shared.child(key);
  }

  private Cursor property(Cursor type, String key) {
    return effective(type, properties(), key);
  }

  private Claimant claimant(Cursor type) {
    return new Claimant(
        "node type " + name + "/" + type.child("name").known().orElse(""), ManifestCheck.CLUSTER);
  }

  private void rest() {
    object.child("spec").rest(report, "displayName", "properties", "kubeVirt");
    kubeVirt().rest(report, "clusterRef", "nodeTypes");
  }

  /** What an object leaves out may stand in a template or be the platform's own default. */
  private void judge(Blueprint<?> blueprint, String resource, Fields inputs, PathMap places) {
    var claimant = new Claimant(resource, ManifestCheck.CLUSTER);
    var expansion =
        blueprint.expand(inputs, new Surroundings(name, claimant, scene.run(), Settings.NONE));
    expansion.findings().stream()
        .filter(f -> !f.code().equals(ShapeRules.MISSING.code()))
        .map(f -> at(f, places))
        .forEach(report::add);
  }

  private static Finding at(Finding f, PathMap places) {
    return new Finding(
        f.code(),
        f.severity(),
        places.of(f.path()),
        f.what(),
        f.why(),
        f.fix(),
        f.resource(),
        f.upstream());
  }
}
