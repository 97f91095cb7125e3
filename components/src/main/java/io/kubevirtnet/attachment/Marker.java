package io.kubevirtnet.attachment;

import io.kubevirtnet.value.Value;

/** A resource that nodes with a bridge offer, so that only they get a pod that asks for it. */
final class Marker {
  private Marker() {}

  /** Absent unless it is wanted; unknown while nobody knows whether it is. */
  static Value<String> of(Value<Boolean> wanted, String prefix, Value<String> bridge) {
    if (wanted.isUnknown()) {
      return wanted.map(w -> prefix);
    }
    return wanted.known().orElse(false)
        ? wanted.with(bridge, (w, name) -> prefix + name)
        : new Value.Absent<>(wanted.path());
  }
}
