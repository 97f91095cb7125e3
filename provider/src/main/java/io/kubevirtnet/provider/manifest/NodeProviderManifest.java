package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Blueprint;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.ShapeRules;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.List;

/** A NodeProvider for KubeVirt: judged as the components that would make it. */
final class NodeProviderManifest {
  private final Cursor object;
  private final String name;
  private final Run run;
  private final Report report;

  private NodeProviderManifest(KubernetesObject object, Run run, Report report) {
    this.object = Cursor.root(object);
    this.name = object.reference().name();
    this.run = run;
    this.report = report;
  }

  static void check(KubernetesObject object, Run run, Report report) {
    var provider = new NodeProviderManifest(object, run, report);
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
    type.rest(report, "name", "displayName", "maxCapacity", "cost", "resources", "properties");
    type.child("resources").rest(report, "cpu", "memory");
  }

  private void rest() {
    object.child("spec").rest(report, "displayName", "properties", "kubeVirt");
    kubeVirt().rest(report, "clusterRef", "nodeTypes");
  }

  /** What an object leaves out may stand in a template or be the platform's own default. */
  private void judge(Blueprint<?> blueprint, String resource, Fields inputs, PathMap places) {
    var claimant = new Claimant(resource, ManifestCheck.CLUSTER);
    var expansion = blueprint.expand(inputs, new Surroundings(name, claimant, run, Settings.NONE));
    expansion.findings().stream()
        .filter(f -> !f.code().equals(ShapeRules.MISSING.code()))
        .map(f -> at(f, places))
        .forEach(report::add);
    expansion.notChecked().stream()
        .filter(n -> n.path().text().equals("attachmentName"))
        .forEach(n -> report.notChecked(places.of(n.path()), n.why()));
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
