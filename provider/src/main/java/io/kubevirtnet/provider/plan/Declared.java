package io.kubevirtnet.provider.plan;

import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What somebody declares of an object: all but what a server sets or keeps for itself. */
final class Declared {
  static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private static final String METADATA = "metadata";
  private static final String ANNOTATIONS = "annotations";

  /** Where null means something: it takes away what a template has. */
  private static final String PATCH = "mergeVirtualMachineTemplate";

  private static final Set<String> SET_BY_SERVER =
      Set.of(
          "managedFields",
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "selfLink");

  private static final Set<String> KEPT_BY_CONTROLLERS =
      Set.of(
          LAST_APPLIED,
          "nmstate.io/webhook-mutating-timestamp",
          "kubevirt.io/latest-observed-api-version",
          "kubevirt.io/storage-observed-api-version");

  static final String OWNER = "kubevirtnet.io/owner";

  /** By which a managed policy knows its owner again. */
  private static final Set<String> OUR_STAMP =
      Set.of(
          OWNER,
          "kubevirtnet.io/operation",
          "kubevirtnet.io/serial",
          "kubevirtnet.io/hash",
          "kubevirtnet.io/journal");

  private Declared() {}

  static KubernetesObject of(KubernetesObject object) {
    var fields = ordered(object).fields();
    var kept = new LinkedHashMap<>(fields.fields());
    kept.remove("status");
    if (kept.get(METADATA) instanceof Fields metadata) {
      kept.put(METADATA, metadata(metadata, object.reference().kind().equals(HostPolicy.KIND)));
    }
    if (isSecret(object) && kept.remove("stringData") instanceof Fields open) {
      kept.put("data", encoded(kept.get("data") instanceof Fields f ? f : Fields.EMPTY, open));
    }
    return new KubernetesObject(
        object.apiVersion(), object.reference(), new Fields(kept, fields.marks()));
  }

  static boolean isSecret(KubernetesObject object) {
    return object.reference().kind().equals("Secret") && object.group().isEmpty();
  }

  private static Fields metadata(Fields metadata, boolean isPolicy) {
    var kept = new LinkedHashMap<>(metadata.fields());
    kept.keySet().removeAll(SET_BY_SERVER);
    if (kept.get(ANNOTATIONS) instanceof Fields annotations) {
      var own = new LinkedHashMap<>(annotations.fields());
      own.keySet().removeAll(KEPT_BY_CONTROLLERS);
      if (isPolicy) {
        own.keySet().removeAll(OUR_STAMP);
      }
      kept.put(ANNOTATIONS, new Fields(own, annotations.marks()));
    }
    kept.values().removeIf(t -> t instanceof Fields f && f.fields().isEmpty());
    return new Fields(kept, metadata.marks());
  }

  /** As the API server does it when it takes one. */
  private static Fields encoded(Fields data, Fields open) {
    var all = new LinkedHashMap<>(data.fields());
    open.fields()
        .forEach(
            (key, value) ->
                all.put(
                    key,
                    value instanceof Scalar s
                        ? new Scalar(
                            Base64.getEncoder()
                                .encodeToString(
                                    String.valueOf(s.value()).getBytes(StandardCharsets.UTF_8)),
                            s.marks())
                        : value));
    return new Fields(all, data.marks());
  }

  /** The same with the fields of each map in the order of their names. */
  static KubernetesObject ordered(KubernetesObject object) {
    return new KubernetesObject(
        object.apiVersion(), object.reference(), (Fields) ordered(object.fields(), false));
  }

  private static Tree ordered(Tree tree, boolean inPatch) {
    if (tree instanceof Fields f) {
      var kept = new LinkedHashMap<String, Tree>();
      new TreeMap<>(f.fields())
          .forEach(
              (name, value) -> {
                if (inPatch || !(value instanceof Null)) {
                  kept.put(name, ordered(value, inPatch || name.equals(PATCH)));
                }
              });
      return new Fields(kept, f.marks());
    }
    return tree instanceof Items l
        ? new Items(l.items().stream().map(t -> ordered(t, inPatch)).toList(), l.marks())
        : tree;
  }

  /** What was declared last of a live object, where its applier kept it. */
  static Optional<Tree> lastApplied(KubernetesObject live) {
    return live.fields()
        .get(METADATA)
        .flatMap(m -> field(m, ANNOTATIONS))
        .flatMap(a -> field(a, LAST_APPLIED))
        .filter(Scalar.class::isInstance)
        .flatMap(t -> JsonTree.parse(String.valueOf(((Scalar) t).value())));
  }

  static Optional<Tree> field(Tree tree, String name) {
    return tree instanceof Fields f ? f.get(name) : Optional.empty();
  }
}
