package io.kubevirtnet.provider.sides;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.plan.PlannedObject;
import io.kubevirtnet.provider.plan.RecordedFacts;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.spec.NodeNetworkPolicySpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources of a stack as objects of a cluster. */
final class StackObjects {
  private static final String OURS = "kubevirtnet:index:";
  private static final String POLICY = OURS + "NodeNetworkPolicy";
  private static final String FACTS = OURS + "NetrisServerCluster";
  private static final String METADATA = "metadata";
  private static final String ANNOTATIONS = "annotations";

  /** As the plugin stamps what it writes. */
  private static final String OWNER = "kubevirtnet.io/owner";

  private static final String KUBERNETES = "kubernetes:";
  private static final String PATCH = "Patch";

  /** Whatever these make, they make it somewhere else. */
  private static final Set<String> NO_API = Set.of("helm.sh", "kustomize", "yaml");

  private final List<PlannedObject> objects = new ArrayList<>();
  private final List<RecordedFacts> facts = new ArrayList<>();

  /**
   * What a resource stands for.
   *
   * @param object nothing for what is no object, or none that could be told
   */
  record Read(Optional<PlannedObject> object, Optional<RecordedFacts> facts, boolean isForeign) {
    static final Read NOTHING = new Read(Optional.empty(), Optional.empty(), false);
  }

  /**
   * Reads one custom resource.
   *
   * @param component who makes it: {@code BridgeNetwork br1}
   */
  static Read read(String urn, Optional<String> component, Fields inputs) {
    var parsed = Urn.parse(urn).orElseThrow();
    var type = parsed.type();
    var name = parsed.name();
    if (type.equals(POLICY)) {
      return of(
          new PlannedObject(policy(inputs, name, urn), component, Optional.of(inputs), false));
    }
    if (type.equals(FACTS)) {
      return new Read(Optional.empty(), Optional.of(new RecordedFacts(name, inputs)), false);
    }
    if (type.startsWith(OURS) || type.startsWith("pulumi:")) {
      return Read.NOTHING;
    }
    return object(type, inputs)
        .map(o -> of(new PlannedObject(o, component, Optional.empty(), false)))
        .orElseGet(() -> new Read(Optional.empty(), Optional.empty(), true));
  }

  private static Read of(PlannedObject object) {
    return new Read(Optional.of(object), Optional.empty(), false);
  }

  /** What the plugin writes, from the inputs that it writes it from. */
  private static KubernetesObject policy(Fields inputs, String name, String urn) {
    var spec =
        SpecReader.read(inputs, PropertyPath.ROOT, new Report(), NodeNetworkPolicySpec::read);
    var object = KubernetesObject.of(HostPolicy.of(spec, name).object()).orElseThrow();
    return owned(object, Tree.of(urn));
  }

  /**
   * A live policy of ours, as if this stack had written it: a recorded one has no URNs of its own.
   */
  static KubernetesObject owned(KubernetesObject live, KubernetesObject declared) {
    var owner = annotations(declared).get(OWNER);
    return annotations(live).get(OWNER).isEmpty()
        ? live
        : owner.map(o -> owned(live, o)).orElse(live);
  }

  private static KubernetesObject owned(KubernetesObject object, Tree owner) {
    var annotations = annotations(object).with(OWNER, owner);
    return new KubernetesObject(
        object.apiVersion(),
        object.reference(),
        object
            .fields()
            .with(METADATA, fields(object.fields(), METADATA).with(ANNOTATIONS, annotations)));
  }

  private static Fields annotations(KubernetesObject object) {
    return fields(fields(object.fields(), METADATA), ANNOTATIONS);
  }

  private static Fields fields(Fields of, String name) {
    return of.get(name)
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .orElse(Fields.EMPTY);
  }

  private static Optional<KubernetesObject> object(String type, Fields inputs) {
    var parts = type.split(":", -1);
    if (!type.startsWith(KUBERNETES) || parts.length != 3) {
      return Optional.empty();
    }
    var apiVersion = parts[1].replaceFirst("^core/", "");
    var group = apiVersion.replaceFirst("/.*", "");
    if (NO_API.contains(group)) {
      return Optional.empty();
    }
    var whole = inputs;
    if (inputs.get("apiVersion").isEmpty()) {
      whole = whole.with("apiVersion", apiVersion);
    }
    // Of a patch the object has only what it says: as such it would be judged as a whole one.
    if (inputs.get("kind").isEmpty() || parts[2].endsWith(PATCH)) {
      whole = whole.with("kind", parts[2]);
    }
    return KubernetesObject.of(whole);
  }

  /** Adds it to this side. */
  void add(Read read, boolean replaced) {
    read.object()
        .map(o -> new PlannedObject(o.object(), o.component(), o.managed(), replaced))
        .ifPresent(objects::add);
    read.facts().ifPresent(facts::add);
  }

  Side side() {
    return new Side(objects, facts);
  }
}
