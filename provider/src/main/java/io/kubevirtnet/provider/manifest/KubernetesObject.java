package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Optional;

/** One object as it was written. */
public record KubernetesObject(String apiVersion, ObjectReference reference, Fields fields) {

  /** Nothing when it has no apiVersion or no kind. */
  public static Optional<KubernetesObject> of(Fields fields) {
    var apiVersion = text(fields, "apiVersion");
    var kind = text(fields, "kind");
    var metadata =
        fields
            .get("metadata")
            .filter(Fields.class::isInstance)
            .map(Fields.class::cast)
            .orElse(Fields.EMPTY);
    return apiVersion.isEmpty() || kind.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KubernetesObject(
                apiVersion,
                new ObjectReference(kind, text(metadata, "namespace"), text(metadata, "name")),
                fields));
  }

  /** The API group; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private static String text(Fields fields, String name) {
    return fields
        .get(name)
        .filter(Scalar.class::isInstance)
        .map(t -> String.valueOf(t.plain()))
        .orElse("");
  }
}
