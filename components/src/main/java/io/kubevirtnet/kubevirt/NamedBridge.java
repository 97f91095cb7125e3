package io.kubevirtnet.kubevirt;

import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.value.Value;

/** The bridge of an attachment that is only named there, so that somebody else makes it. */
public final class NamedBridge {
  private NamedBridge() {}

  /** Absent where a resource of the program makes the bridge, and where there is none. */
  public static Value<String> of(Value<AttachmentSpec> attachment) {
    boolean named =
        attachment.flatMap(AttachmentSpec::bridgeIsNamed).known().filter(n -> n).isPresent();
    return named
        ? attachment.flatMap(AttachmentSpec::bridgeName)
        : new Value.Absent<>(attachment.path());
  }
}
