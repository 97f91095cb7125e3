package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import java.util.List;

/**
 * What came out for one object.
 *
 * @param known false when there is no rule for its kind
 * @param notChecked parts that no rule looks at, or that only a cluster could tell
 */
public record CheckedObject(
    ObjectReference reference, boolean known, List<Finding> findings, List<String> notChecked) {
  public CheckedObject {
    findings = List.copyOf(findings);
    notChecked = List.copyOf(notChecked);
  }

  /** Kind, and name as kubectl writes it: {@code NetworkAttachmentDefinition vms/lan}. */
  public String title() {
    return title(reference);
  }

  public static String title(ObjectReference reference) {
    var where = reference.namespace().isEmpty() ? "" : reference.namespace() + "/";
    return reference.kind() + " " + where + reference.name();
  }
}
