package io.kubevirtnet.provider.policy;

/** {@code urn:pulumi:stack::project::types::name}. */
final class Urn {
  private static final int PARTS = 4;

  private Urn() {}

  static String name(String urn) {
    var parts = urn.split("::", PARTS);
    return parts[parts.length - 1];
  }
}
