package io.kubevirtnet.attachment;

import io.kubevirtnet.value.Value;

/** The name by which other objects call a definition: {@code namespace/name}. */
final class Reference {
  private Reference() {}

  static Value<String> of(Value<String> namespace, Value<String> name) {
    return name.with(namespace, (n, ns) -> ns + "/" + n);
  }
}
