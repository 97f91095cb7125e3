package io.kubevirtnet.attachment;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.LinuxBridgeSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.List;

/** The rules for choices of which an attachment takes exactly one, and for its namespaces. */
public final class AttachmentChoiceRules {
  private AttachmentChoiceRules() {}

  public static void check(NetworkAttachmentSpec spec, Report report) {
    if (spec.namespace().isGiven() == spec.namespaces().isGiven()) {
      report.add(
          AttachmentCatalogue.NAMESPACE_CHOICE,
          spec.namespace().path(),
          spec.namespace().isGiven()
              ? "namespace and namespaces are both set."
              : "Neither namespace nor namespaces is set.");
    }
    spec.namespaces()
        .known()
        .filter(List::isEmpty)
        .ifPresent(
            none ->
                report.add(
                    AttachmentCatalogue.NAMESPACE_CHOICE,
                    spec.namespaces().path(),
                    "namespaces is empty."));
    namespace(spec.namespace(), report);
    spec.namespaces().ifKnown(list -> list.forEach(n -> namespace(n, report)));
    spec.namespaces().ifKnown(list -> duplicates(list, report));
    spec.linuxBridge().ifKnown(bridge -> bridgeChoice(bridge, report));
  }

  private static void namespace(Value<String> namespace, Report report) {
    report.require(
        namespace,
        KubernetesName::isLabel,
        AttachmentCatalogue.NAMESPACE,
        "\"" + namespace.shown() + "\" is not a namespace.",
        "Write " + KubernetesName.proposal(namespace));
  }

  private static void duplicates(List<Value<String>> namespaces, Report report) {
    var seen = new HashSet<String>();
    namespaces.forEach(
        namespace ->
            namespace.ifKnown(
                n -> {
                  if (!seen.add(n)) {
                    report.add(
                        AttachmentCatalogue.NAMESPACE_TWICE,
                        namespace.path(),
                        namespace.shown() + " is listed twice.");
                  }
                }));
  }

  private static void bridgeChoice(LinuxBridgeSpec bridge, Report report) {
    if (bridge.bridge().isGiven() == bridge.bridgeName().isGiven()) {
      PropertyPath at = bridge.bridge().isGiven() ? bridge.bridgeName().path() : bridge.path();
      report.add(
          AttachmentCatalogue.BRIDGE_CHOICE,
          at,
          bridge.bridge().isGiven()
              ? "bridge and bridgeName are both set."
              : "Neither bridge nor bridgeName is set.");
    }
  }
}
