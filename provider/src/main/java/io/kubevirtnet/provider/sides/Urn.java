package io.kubevirtnet.provider.sides;

import java.util.Optional;

/**
 * The name of a resource of a stack.
 *
 * @param type without those of its parents: {@code kubevirtnet:index:BridgeNetwork}
 */
record Urn(String type, String name) {
  private static final String SEPARATOR = "::";
  private static final int PARTS = 4;
  private static final int TYPES = 2;

  static Optional<Urn> parse(String text) {
    var parts = text.split(SEPARATOR, PARTS);
    if (parts.length < PARTS || !text.startsWith("urn:pulumi:")) {
      return Optional.empty();
    }
    var types = parts[TYPES];
    return Optional.of(new Urn(types.substring(types.lastIndexOf('$') + 1), parts[PARTS - 1]));
  }

  /** As a person calls it: {@code BridgeNetwork br1}. */
  String title() {
    return type.substring(type.lastIndexOf(':') + 1) + " " + name;
  }

  boolean isStack() {
    return type.equals("pulumi:pulumi:Stack");
  }
}
