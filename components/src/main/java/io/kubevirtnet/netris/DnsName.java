package io.kubevirtnet.netris;

import io.kubevirtnet.value.Value;
import java.util.Locale;

/**
 * A name that Kubernetes takes, made of one that people gave: lower case, each run of other signs
 * than letters and digits a {@code -}, and none of these at the ends. It is not cut: what is too
 * long is refused where names are judged.
 */
final class DnsName {
  private DnsName() {}

  /** What the author wrote, as it stands there; else the name of the resource, made safe. */
  static Value<String> of(Value<String> given, String resourceName) {
    return given.orDefault(safe(resourceName));
  }

  /** {@code Tenant A} becomes {@code tenant-a}. */
  static String safe(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
  }
}
