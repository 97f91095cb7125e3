package io.kubevirtnet.attachment;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.List;

/** The namespaces that an attachment is made in: one, or a list. */
final class Namespaces {
  private Namespaces() {}

  static List<Value<String>> of(Value<String> one, Value<List<Value<String>>> several) {
    return one.isGiven() ? List.of(one) : several.known().orElse(List.of());
  }

  static void check(Value<String> one, Value<List<Value<String>>> several, Report report) {
    if (one.isGiven() == several.isGiven()) {
      report.add(
          AttachmentCatalogue.NAMESPACE_CHOICE,
          one.path(),
          one.isGiven()
              ? "namespace and namespaces are both set."
              : "Neither namespace nor namespaces is set.");
    }
    several
        .known()
        .filter(List::isEmpty)
        .ifPresent(
            none ->
                report.add(
                    AttachmentCatalogue.NAMESPACE_CHOICE, several.path(), "namespaces is empty."));
    check(one, report);
    several.ifKnown(list -> list.forEach(n -> check(n, report)));
    several.ifKnown(list -> duplicates(list, report));
  }

  static void check(Value<String> namespace, Report report) {
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
}
