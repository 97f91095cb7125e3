package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Optional;

/**
 * One object that is not as it was.
 *
 * @param component who makes it: {@code BridgeNetwork br1}; empty for a manifest
 * @param fields what it says differently, by path; empty for created and deleted ones
 * @param object the new object in full where it is created, the old one where it is deleted; empty
 *     otherwise. Secrets are {@code [secret]}.
 * @param patch RFC 6902 operations from the old to the new object, in an order in which they can be
 *     applied
 * @param users who names it after the change, the cluster's own included
 * @param notes what comes of it as a whole, as sentences
 */
public record ResourceChange(
    ObjectReference reference,
    Action action,
    Optional<String> component,
    List<PlannedField> fields,
    Optional<Tree> object,
    List<PatchOperation> patch,
    List<ObjectReference> users,
    List<String> notes) {
  public ResourceChange {
    fields = List.copyOf(fields);
    patch = List.copyOf(patch);
    users = List.copyOf(users);
    notes = List.copyOf(notes);
  }
}
