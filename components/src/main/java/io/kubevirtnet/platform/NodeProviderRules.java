package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.KubeVirtNodeProviderSpec;
import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** The rules for a provider: where its machines run, and which types it has. */
public final class NodeProviderRules {
  private NodeProviderRules() {}

  public static void check(KubeVirtNodeProviderSpec spec, String resourceName, Report report) {
    var name = spec.name().orDefault(resourceName);
    report.require(
        name,
        KubernetesName::isSubdomain,
        PlatformCatalogue.NAME,
        "\"" + name.shown() + "\" is not a name for a provider.",
        "Set name to " + KubernetesName.proposal(name));
    place(spec.cluster(), KubernetesName::isSubdomain, "cluster", report);
    place(spec.namespace(), KubernetesName::isLabel, "namespace", report);
    PropertyRules.check(spec.properties(), report);
    report.check(spec.nodeTypes(), types -> types(types, spec, report));
  }

  private static void place(
      Value<String> value, Predicate<String> passes, String kind, Report report) {
    report.require(
        value,
        passes,
        PlatformCatalogue.PLACE,
        "\"" + value.shown() + "\" is not the name of a " + kind + ".");
  }

  private static void types(
      List<Value<NodeTypeSpec>> types, KubeVirtNodeProviderSpec spec, Report report) {
    if (types.isEmpty()) {
      report.add(PlatformCatalogue.NODE_TYPES, spec.nodeTypes().path(), "nodeTypes is empty.");
    }
    var names = new HashSet<String>();
    for (var type : types) {
      report.check(type, t -> {});
      var name = type.flatMap(NodeTypeSpec::name);
      name.ifKnown(
          n -> {
            if (!names.add(n)) {
              report.add(
                  PlatformCatalogue.NODE_TYPES,
                  type.path(),
                  "Two node types are called " + name.shown() + ".");
            }
          });
      type.ifKnown(t -> attachmentNamespace(t, spec.namespace(), report));
    }
  }

  private static void attachmentNamespace(
      NodeTypeSpec type, Value<String> namespace, Report report) {
    type.attachment()
        .flatMap(AttachmentSpec::references)
        .ifBothKnown(
            namespace,
            (references, ns) -> {
              if (!references.isEmpty() && !references.containsKey(ns)) {
                report.add(
                    PlatformCatalogue.OTHER_NAMESPACE,
                    type.attachment().path(),
                    "The machines run in "
                        + namespace.shown()
                        + ", and "
                        + NodeProviderExpander.reference(type, namespace).shown()
                        + " is not there.",
                    "Add \"" + namespace.shown() + "\" to the attachment's namespaces.");
              }
            });
  }
}
