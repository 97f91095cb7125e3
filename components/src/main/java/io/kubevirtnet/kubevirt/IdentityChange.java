package io.kubevirtnet.kubevirt;

import java.util.List;
import java.util.Optional;

/** Another name or namespace is another object. */
final class IdentityChange {
  private IdentityChange() {}

  static Optional<FieldChange> between(Machine before, Machine after) {
    for (var field : List.of("name", "namespace")) {
      var b = before.object().get("metadata", field);
      var a = after.object().get("metadata", field);
      if (b.text().isPresent() && (a.isOpen() || !b.text().equals(a.text()))) {
        return Optional.of(
            new FieldChange(
                Optional.empty(),
                field,
                a.written(),
                ShownPart.of(b),
                ShownPart.of(a),
                Effect.RECREATE,
                "KubeVirt knows machines by namespace and name, so this is another machine.",
                ""));
      }
    }
    return Optional.empty();
  }
}
