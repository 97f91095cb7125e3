package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import java.util.List;

/**
 * What one object says differently.
 *
 * @param onlyWords nobody notices
 * @param notes about the object as a whole
 * @param atOnce who runs notices it, too
 */
record FieldChanges(
    List<PlannedField> fields, boolean onlyWords, List<String> notes, boolean atOnce) {
  private static final String API_VERSION = "apiVersion";

  FieldChanges {
    fields = List.copyOf(fields);
    notes = List.copyOf(notes);
  }

  /** Without a word on what comes of it. */
  static FieldChanges plain(KubernetesObject before, KubernetesObject after) {
    return of(differences(before, after));
  }

  static FieldChanges of(List<Difference> differences) {
    return new FieldChanges(
        differences.stream().map(FieldChanges::field).toList(),
        differences.stream().allMatch(d -> d.isReword() || isVersion(d)),
        List.of(),
        false);
  }

  static List<Difference> differences(KubernetesObject before, KubernetesObject after) {
    return FieldDiff.between(after.reference().kind(), before.fields(), after.fields());
  }

  static PlannedField field(Difference difference) {
    return difference.field(
        isVersion(difference) ? "The cluster has one object in all versions of its API." : "");
  }

  static boolean isVersion(Difference difference) {
    return difference.path().equals(API_VERSION);
  }

  FieldChanges withNotes(List<String> more) {
    return new FieldChanges(fields, onlyWords, more, atOnce);
  }
}
