package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.attachment.DefinitionChange;
import io.kubevirtnet.finding.ObjectReference;
import java.util.List;

/**
 * What becomes of one network definition.
 *
 * @param changes field by field; empty when one of the two texts can not be read
 * @param users titles of those whose machines name it
 * @param twin the new object that says the same under another name; empty when there is none
 */
public record PlannedDefinition(
    ObjectReference reference,
    Fate fate,
    List<DefinitionChange> changes,
    List<String> users,
    List<String> twin) {

  /** In the order of their weight. */
  public enum Fate {
    DELETED,
    CHANGED,
    /** Other text, same meaning. */
    REWORDED,
    CREATED
  }

  public PlannedDefinition {
    changes = List.copyOf(changes);
    users = List.copyOf(users);
    twin = List.copyOf(twin);
  }

  public String title() {
    return CheckedObject.title(reference);
  }
}
