package io.kubevirtnet.link;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The references of an attachment, one for each namespace that has it. */
public final class AttachmentReferences {
  private AttachmentReferences() {}

  /**
   * The one that machines of a namespace take: that of their own namespace, else the first one.
   *
   * @param attachment where the attachment stands, for one that has no references at all
   */
  public static Value<String> from(
      Value<String> namespace,
      Value<Map<String, Value<String>>> references,
      PropertyPath attachment) {
    return references.flatMap(
        all ->
            all.isEmpty()
                ? new Value.Absent<>(attachment)
                : namespace
                    .known()
                    .flatMap(ns -> Optional.ofNullable(all.get(ns)))
                    .orElseGet(() -> new TreeMap<>(all).firstEntry().getValue()));
  }
}
